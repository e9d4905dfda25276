import type { Random } from './random.ts';

/** What can go wrong, and how often at most where it can. */
const worst = {
  storeAway: 0.06,
  answerLost: 0.06,
  transactionAborted: 0.1,
  effectFails: 0.25,
  effectFailsForGood: 0.3,
  effectSlow: 0.4,
  effectAnswerLost: 0.2,
  reactionFails: 0.35,
  duplicateRequest: 0.4,
  askerGivesUp: 0.3,
} as const;

export type Fault = keyof typeof worst;

/** One run's own weather: some faults never happen in it, some often, so that no fault drowns another. */
export class Faults {
  readonly #random: Random;
  readonly #rates: ReadonlyMap<string, number>;
  /** Nothing goes wrong before the offices are open, and once everything shall come to its end. */
  calm = true;

  constructor(random: Random, off: readonly string[]) {
    this.#random = random;
    this.#rates = new Map(
      Object.entries(worst).map(([fault, most]) => {
        const rate = random.pick([0, most / 4, most]);
        return [fault, off.includes(fault) ? 0 : rate];
      }),
    );
  }

  happens(fault: Fault): boolean {
    return !this.calm && this.#random.chance(this.#rates.get(fault) ?? 0);
  }
}

export const faultNames: readonly string[] = Object.keys(worst);
