import { type Refusal, refuse } from '@front-office/kernel';

const MOST_WAIT_MS = 2_000;

/** Whether work can be done now. Who does not answer in two seconds, or throws, is not ready. */
export async function readiness(ready: () => Promise<boolean>): Promise<Refusal<'store_away'> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, MOST_WAIT_MS, false);
  });
  try {
    return (await Promise.race([ready(), tooLate])) ? undefined : refuse('store_away');
  } catch {
    return refuse('store_away');
  } finally {
    clearTimeout(timer);
  }
}
