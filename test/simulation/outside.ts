import { EffectFailed, type EffectHere } from '../../packages/kernel/src/index.ts';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Owner, Scheduler } from './scheduler.ts';
import { Violation } from './violation.ts';

/** What the effects of the simulated office do outside. `n` says which of a ticket's effects it is. */
export interface SimulationPorts {
  print(here: EffectHere<SimulationPorts>, n: number): Promise<void>;
  ring(here: EffectHere<SimulationPorts>, n: number): Promise<void>;
}

/** The world outside, which outlives every server: it remembers what was done, and under which key. */
export class Outside {
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #random: Random;
  readonly #keys = new Map<string, string>();
  readonly #things = new Map<string, string>();
  /** Keys of what was done since this was looked at last. */
  readonly justDone: { readonly office: string; readonly case: string; readonly key: string }[] = [];

  constructor(scheduler: Scheduler, faults: Faults, random: Random) {
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.#random = random;
  }

  /** The ports as one server sees them. */
  portsOf(server: Owner): SimulationPorts {
    return {
      print: (here, n) => this.#work(server, 'print', here, n),
      ring: (here, n) => this.#work(server, 'ring', here, n),
    };
  }

  wasDone(office: string, caseId: string, effect: 'print' | 'ring', n: number): boolean {
    return this.#keys.has(thingOf(office, caseId, effect, n));
  }

  async #work(server: Owner, effect: string, here: EffectHere, n: number): Promise<void> {
    await this.#scheduler.point(server, `${effect} ${n} begins`);
    if (this.#faults.happens('effectFails')) throw new EffectFailed('out_of_paper');
    if (this.#faults.happens('effectFailsForGood')) throw new EffectFailed('no_printer', { permanent: true });
    if (this.#faults.happens('effectSlow'))
      await this.#scheduler.sleep(server, 1_000 * this.#random.between(5, 100), `${effect} ${n} was slow`);
    this.#note(thingOf(here.office, here.case, effect, n), here);
    if (this.#faults.happens('effectAnswerLost')) throw new EffectFailed('no_answer');
    await this.#scheduler.point(server, `${effect} ${n} done`);
  }

  #note(thing: string, { office, case: id, key }: EffectHere): void {
    const [otherKey = key, otherThing = thing] = [this.#keys.get(thing), this.#things.get(key)];
    if (otherKey !== key) throw new Violation('one effect, one key', `${thing} came as ${otherKey} and as ${key}`);
    if (otherThing !== thing)
      throw new Violation('one effect, one key', `${key} stands for ${otherThing} and ${thing}`);
    this.#keys.set(thing, key);
    this.#things.set(key, thing);
    this.justDone.push({ office, case: id, key });
  }
}

const thingOf = (office: string, caseId: string, effect: string, n: number) => `${office}/${caseId}/${effect}/${n}`;
