import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { play, STEPS } from './run.ts';
import { shrink, tell } from './shrink.ts';
import { simulate } from './simulate.ts';

const STEPS_IN_NPM_TEST = 60_000;

test('whatever crashes, is lost, comes twice or late: nothing is lost, nothing happens twice', async () => {
  const { failed, steps, rows } = await simulate({ from: 1, steps: STEPS_IN_NPM_TEST });
  expect(failed && tell(await shrink(failed.scenario))).toBeUndefined();
  expect(steps).toBeGreaterThanOrEqual(STEPS_IN_NPM_TEST);
  // A simulation in which nothing is accepted would find nothing.
  expect(rows).toBeGreaterThan(steps / 50);
}, 120_000);

test('the same seed tells the same history', async () => {
  const [one, other] = [
    await play({ seed: 7, steps: STEPS, off: [] }, { keepsHistory: true }),
    await play({ seed: 7, steps: STEPS, off: [] }, { keepsHistory: true }),
  ];
  expect(one.history.length).toBeGreaterThan(STEPS);
  expect(one).toEqual(other);
});

const Kept = z.strictObject({
  /** What went wrong when it was found. */
  found: z.string(),
  scenario: z.strictObject({ seed: z.int(), steps: z.int(), off: z.array(z.string()) }),
});
const folder = join(import.meta.dirname, 'fixtures');
const kept = readdirSync(folder).filter((file) => file.endsWith('.json'));

test.each(kept)('what failed once does not fail again: %s', async (file) => {
  const { scenario } = Kept.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const outcome = await play(scenario, { keepsHistory: true });
  expect(outcome.violation && tell(outcome)).toBeUndefined();
});
