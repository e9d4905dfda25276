import type { KeyObject } from 'node:crypto';
import { createKernel, EffectFailed, type Kernel, ReactionStuck, StoreAway } from '../../packages/kernel/src/index.ts';
import { instantOf } from '../../packages/values/src/index.ts';
import { overTheLine } from './faulty-store.ts';
import { filing, releases } from './office/office.ts';
import type { Owner } from './scheduler.ts';
import { asViolation } from './violation.ts';
import type { World } from './world.ts';

/** What servers do when nobody asks. */
export const chores = ['fireDueTimers', 'runEffects', 'react', 'seal', 'upgradeCases', 'tellFollowers'] as const;
export type Chore = (typeof chores)[number];

/** A process of the office's program: it may end at any moment, and another one takes its place. */
export class Server implements Owner {
  readonly name: string;
  readonly version: 1 | 2;
  readonly kernel: Kernel;
  /** Never settles while the server lives; then it rejects, as a broken line does. */
  readonly crashed: Promise<never>;
  alive = true;
  /** How far its clock is off. */
  skewMs = 0;
  readonly #busy = new Map<Chore, number>();
  readonly #world: World;
  readonly #breakLine: (error: Error) => void;

  constructor(world: World, name: string, version: 1 | 2, signingKey: KeyObject) {
    const { scheduler, faults, store, outside } = world;
    this.#world = world;
    this.name = name;
    this.version = version;
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {}); // nobody may be waiting for it
    this.crashed = promise;
    this.#breakLine = reject;
    const definitions = releases[version];
    this.kernel = createKernel({
      store: overTheLine(store, { server: this, scheduler, faults, touched: world.touched }),
      now: () => instantOf(scheduler.nowMs + this.skewMs),
      definitions,
      ports: outside.portsOf(this),
      reactions: [
        filing(definitions, () => {
          if (faults.happens('reactionFails')) throw new ReactionStuck('reaction_fails');
        }),
      ],
      signingKey,
      onProblem: (error) => this.#judge(error),
      pause: () => scheduler.point(this, 'pauses'),
      newId: world.newId,
      timeLimit: (ms) => {
        const over = new AbortController();
        void scheduler.sleep(this, ms, 'time is over').then(() => over.abort());
        return over.signal;
      },
    });
  }

  crash(): void {
    this.alive = false;
    this.#world.scheduler.forget(this);
    this.#breakLine(new StoreAway('the server is gone'));
  }

  /** Does a chore beside whatever else it does; answers nothing when enough of the kind are under way. */
  async does(chore: Chore): Promise<number | undefined> {
    const busy = this.#busy.get(chore) ?? 0;
    // As in a real server each chore follows itself, but for effects, which run side by side.
    if (busy >= (chore === 'runEffects' ? 3 : 1)) return undefined;
    this.#busy.set(chore, busy + 1);
    try {
      return await this.kernel.afterCommit[chore]();
    } catch (error) {
      this.#judge(error);
      return undefined;
    } finally {
      this.#busy.set(chore, (this.#busy.get(chore) ?? 1) - 1);
    }
  }

  /** Tells what may fail from what must not. */
  #judge(error: unknown): void {
    const expected =
      error instanceof StoreAway ||
      error instanceof ReactionStuck ||
      error instanceof EffectFailed ||
      isOutdated(this, error);
    if (!expected) this.#world.report(asViolation(error));
  }
}

/** An old program that meets a case of a newer one must leave it alone. */
export const isOutdated = ({ version }: Pick<Server, 'version'>, error: unknown): boolean =>
  version === 1 && error instanceof Error && /newer than this program/.test(error.message);
