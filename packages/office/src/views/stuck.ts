import { defineRoute, refuse } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';

const Stuck = z.object({
  /** Names it, to have it tried again. */
  key: z.string(),
  /** `message.send` for an effect, `reaction:visits-messages` for a reaction. */
  what: z.string(),
  workflow: z.string(),
  case: z.uuid(),
  attempts: z.int(),
  /** A code: `timed_out`, `connection_refused`. */
  error: z.string(),
  failedAt: Instant,
});

/** What was tried again and again and has failed for good: it waits for a person who has seen to the cause. */
export const stuck = defineRoute({
  method: 'GET',
  path: '/desk/stuck',
  summary: 'What could not be done after many tries, oldest first',
  needs: 'office.repair',
  input: z.strictObject({}),
  output: z.object({ stuck: z.array(Stuck) }),
  async run({ kernel, office }) {
    const jobs = await kernel.stuck(office);
    return { stuck: jobs.map(({ effect, ...job }) => Stuck.parse({ ...job, what: effect })) };
  },
});

/** Tries one of them again, from the first attempt. Whatever it does is still done once: its key stays the same. */
export const tryAgain = defineRoute({
  method: 'POST',
  path: '/desk/stuck/try-again',
  summary: 'Try again what is stuck',
  needs: 'office.repair',
  input: z.strictObject({ key: z.string().min(1).max(200) }),
  output: z.object({ key: z.string() }),
  refusals: [],
  async run({ kernel, office }, { key }) {
    return (await kernel.tryAgain(office, key)) ? { key } : { refused: refuse('not_found') };
  },
});
