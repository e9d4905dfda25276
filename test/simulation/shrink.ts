import { deedNames } from './deeds.ts';
import { faultNames } from './faults.ts';
import { type Outcome, play } from './run.ts';
import type { Scenario } from './world.ts';

/**
 * Makes a failing scenario smaller: fewer steps, then without each fault and each deed that it does not need. What is left
 * still breaks an invariant, and is played once more with its history.
 */
export async function shrink(failing: Scenario): Promise<Outcome> {
  const fails = async (scenario: Scenario) => (await play(scenario)).violation !== undefined;
  let smallest = await withFewerSteps(failing, fails);
  for (const name of [...faultNames, ...deedNames]) {
    const without = { ...smallest, off: [...smallest.off, name] };
    if (await fails(without)) smallest = without;
  }
  smallest = await withFewerSteps(smallest, fails);
  return play(smallest, { keepsHistory: true });
}

/** Half as many while that is enough, then an eighth less at a time. */
async function withFewerSteps(failing: Scenario, fails: (scenario: Scenario) => Promise<boolean>): Promise<Scenario> {
  let smallest = failing;
  for (const share of [1 / 2, 7 / 8]) {
    for (;;) {
      const shorter = { ...smallest, steps: Math.floor(smallest.steps * share) };
      if (shorter.steps < 1 || !(await fails(shorter))) break;
      smallest = shorter;
    }
  }
  return smallest;
}

/** What a person needs to see it again. `tail`: how many of the last steps are shown. */
export function tell({ scenario, steps, violation, history }: Outcome, tail = 80): string {
  return [
    `${violation?.message ?? 'no violation'}`,
    `again: pnpm torture --scenario '${JSON.stringify(scenario)}'`,
    `kept: as a file of test/simulation/fixtures it is played in every npm test`,
    `the last ${Math.min(tail, history.length)} of its ${steps} steps:`,
    ...history.slice(-tail).map((line) => `  ${line}`),
  ].join('\n');
}
