import { HOUR_MS } from '@front-office/values';

const EVERY_MS = 6 * HOUR_MS;

interface Tidying {
  readonly tidy: () => Promise<void>;
  readonly onProblem: (error: unknown, where: string) => void;
}

/** Drops what has long been over from the directory of sign-ins: at the start, and four times a day. Answers how to stop. */
export function keepTidy({ tidy, onProblem }: Tidying): () => void {
  const once = () => void tidy().catch((error: unknown) => onProblem(error, 'tidying'));
  once();
  const timer = setInterval(once, EVERY_MS).unref();
  return () => clearInterval(timer);
}
