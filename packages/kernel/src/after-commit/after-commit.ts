import type { KeyObject } from 'node:crypto';
import type { Company } from './company.ts';
import { jobRunner } from './jobs.ts';
import { type Following, live, type Told } from './live.ts';
import { reactionsConsumer } from './reactions.ts';
import { type Consumer, relay } from './relay.ts';
import { type Chore, keepRunning } from './runner.ts';
import { sealingConsumer } from './seal.ts';
import { fireDueTimers } from './timers.ts';
import { upgradeCases } from './upgrades.ts';

/** Everything that happens after a commit, later, or again. */
export interface AfterCommit {
  /** Fires timers that are due; answers how many took effect. */
  fireDueTimers(): Promise<number>;
  /** Carries out effects that are due, and waits for them; answers how many were tried. */
  runEffects(): Promise<number>;
  /** Hands new facts to the reactions; answers how many log rows that were. */
  react(): Promise<number>;
  /** Seals new log rows; answers how many. None without a signing key. */
  seal(): Promise<number>;
  /** Brings cases of older machine versions up to date; answers how many. */
  upgradeCases(): Promise<number>;
  /** Timers, effects and reactions, until nothing is left to do: for tests, demos and programs that run once. */
  settle(): Promise<void>;
  /** Tells what is committed in one office from now on, or since `after`: see `Told`. */
  follow(following: Following): AsyncIterable<Told>;
  /** Tells followers what was committed since they were told last; answers how many log rows that were. */
  tellFollowers(): Promise<number>;
  /** Does all of this in the background until `stop`, which lets what has begun come to its end. */
  start(): { stop(): Promise<void> };
  /** Something was committed: the background looks at once. */
  committed(): void;
}

export interface AfterCommitOptions {
  /** Ed25519 private key that seals the log. Without it the log is kept, and not sealed. */
  readonly signingKey?: KeyObject | undefined;
  /** Whoever else reads the log of all offices to the end, in the background: a journal, an archive. */
  readonly consumers?: readonly Consumer[] | undefined;
}

/** How often each is looked for when nothing wakes it, which is how long work of another server may wait. */
const REST_MS = {
  effects: 500,
  timers: 1_000,
  reactions: 100,
  followers: 100,
  seal: 2_000,
  consumers: 1_000,
  upgrades: 60_000,
};

export function afterCommit(company: Company, { signingKey, consumers = [] }: AfterCommitOptions): AfterCommit {
  const stopping = new AbortController();
  const jobs = jobRunner(company, stopping.signal);
  const feed = live(company.store);
  const nothing = async () => 0;
  const reactions = company.reactions.length > 0 ? relay(company, reactionsConsumer(company)) : nothing;
  const sealing = signingKey ? relay(company, sealingConsumer(company, signingKey)) : nothing;
  const wakes: (() => void)[] = [];

  const chores = {
    fireDueTimers: () => fireDueTimers(company),
    async runEffects() {
      const begun = await jobs.begin();
      await jobs.settled();
      return begun;
    },
    react: reactions,
    seal: sealing,
    upgradeCases: () => upgradeCases(company),
    tellFollowers: feed.pump,
  };

  return {
    ...chores,
    async settle() {
      while ((await chores.fireDueTimers()) + (await chores.runEffects()) + (await chores.react()) > 0);
    },
    follow: feed.follow,
    committed() {
      for (const wake of wakes) wake();
    },
    start() {
      const background: readonly Chore[] = [
        { name: 'upgrades', restMs: REST_MS.upgrades, run: chores.upgradeCases },
        { name: 'effects', restMs: REST_MS.effects, run: jobs.begin },
        { name: 'timers', restMs: REST_MS.timers, run: chores.fireDueTimers },
        { name: 'reactions', restMs: REST_MS.reactions, run: chores.react },
        { name: 'followers', restMs: REST_MS.followers, run: chores.tellFollowers },
        { name: 'seal', restMs: REST_MS.seal, run: chores.seal },
        ...consumers.map((each) => ({ name: each.name, restMs: REST_MS.consumers, run: relay(company, each) })),
      ];
      const running = background.map((chore) => ({ chore, ...keepRunning(chore, company.onProblem) }));
      // Timers, seals and upgrades can wait for their rest; people wait for the others.
      for (const { chore, wake } of running) if (hurried.has(chore.name)) wakes.push(wake);
      return {
        async stop() {
          await Promise.all(running.map(({ stop }) => stop()));
          stopping.abort();
          await jobs.settled();
        },
      };
    },
  };
}

const hurried: ReadonlySet<string> = new Set(['effects', 'reactions', 'followers']);
