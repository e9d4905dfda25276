import { createKernel } from '../../packages/kernel/src/index.ts';
import { newSigningKey } from '../../packages/sealed-log/src/index.ts';
import { HOUR_MS, instantOf } from '../../packages/values/src/index.ts';
import { deeds, type Mood, moodOf } from './deeds.ts';
import { Follower } from './follower.ts';
import { judgeCase } from './invariants.ts';
import { anna, definitionOf, offices } from './office/office.ts';
import { People } from './people.ts';
import { comeToRest } from './rest.ts';
import { Server } from './server.ts';
import { asViolation, type Violation } from './violation.ts';
import { type Scenario, World } from './world.ts';

/** What a run came to. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly steps: number;
  readonly violation: Violation | undefined;
  /** One line for each step, when it was asked for. */
  readonly history: readonly string[];
  /** How many rows the log had in the end. */
  readonly rows: number;
}

/** Signatures are the same for the same key, so one key serves all runs. */
const signingKey = newSigningKey();

/** Long enough for most things to meet, short enough to be read. */
export const STEPS = 400;
/** Most things that go on at the same time; beyond that, what has begun goes on first. */
const MOST_AT_ONCE = 24;
const SHARE_OF_DEEDS = 0.22;
const LONGEST_STEP_MS = 2_000;

/** One run: two servers over one database, people, followers, and everything that can happen to them. */
export class Run {
  readonly world: World;
  readonly people: People;
  readonly servers: [Server, Server];
  readonly followers: readonly Follower[];
  readonly checkpoints = new Map<string, string[]>();
  readonly signingKey = signingKey;
  #started = 2;

  constructor(scenario: Scenario, options: { readonly keepsHistory: boolean }) {
    this.world = new World(scenario, options);
    const version = this.world.random.pick([1, 1, 2]);
    this.servers = [
      new Server(this.world, 'server 1', version, signingKey),
      new Server(this.world, 'server 2', version, signingKey),
    ];
    const someServer = () => this.world.random.pick(this.servers);
    this.people = new People(this.world, someServer);
    this.followers = offices.map((office) => new Follower(this.world, office, someServer));
  }

  /** A server ends at once, and another takes its place, of the same version or a newer one. */
  restart(place: number, version?: 2): void {
    const old = this.servers[place === 0 ? 0 : 1];
    old.crash();
    const name = `server ${++this.#started}`;
    this.servers[place === 0 ? 0 : 1] = new Server(this.world, name, version ?? old.version, signingKey);
  }

  /** Somebody keeps the last checkpoint elsewhere: the log must never differ from it. */
  keepCheckpoint(office: string): void {
    void this.world.store.seals.read(office, 0, Number.MAX_SAFE_INTEGER).then((lines) => {
      const last = lines.findLast((line) => 'checkpoint' in line);
      if (last && 'checkpoint' in last)
        this.checkpoints.set(office, [...(this.checkpoints.get(office) ?? []), last.checkpoint]);
    });
  }

  /** A person looks at what is stuck, and wants it tried again. */
  async tryAgainSomething(office: string): Promise<void> {
    await this.people.untilAnswered(async ({ kernel }) => {
      const [first] = await kernel.stuck(office);
      if (first) await kernel.tryAgain(office, first.key);
    });
  }

  /** Holds everything against the invariants that is not as it was before the step. */
  async judge(): Promise<void> {
    const { world, people } = this;
    try {
      const changed = await world.book.refresh();
      for (const read of changed) judgeCase(read, world.scheduler.nowMs + HOUR_MS);
      for (const done of world.outside.justDone.splice(0)) world.judgeDone(done);
      for (const check of people.checks.splice(0)) check();
    } catch (error) {
      world.report(asViolation(error));
    }
  }
}

/** Plays a scenario to its end, or to the first thing that must never be. */
export async function play(scenario: Scenario, { keepsHistory = false } = {}): Promise<Outcome> {
  const run = new Run(scenario, { keepsHistory });
  const { world } = run;
  await openCounters(world);
  world.faults.calm = false;
  const mood = moodOf(run, scenario.off);
  while (world.scheduler.steps < scenario.steps && !world.violation) {
    const { scheduler, random } = world;
    scheduler.timePasses(random.between(0, LONGEST_STEP_MS));
    const begins = scheduler.waiting === 0 || (scheduler.waiting < MOST_AT_ONCE && random.chance(SHARE_OF_DEEDS));
    if (begins) await begin(run, mood);
    else await scheduler.goOn();
    await run.judge();
  }
  if (!world.violation) await comeToRest(run).catch((error: unknown) => world.report(asViolation(error)));
  const rows = offices.reduce((sum, { id }) => sum + world.book.rowsIn(id), 0);
  return {
    scenario,
    steps: world.scheduler.steps,
    violation: world.violation,
    history: world.scheduler.history ?? [],
    rows,
  };
}

async function begin(run: Run, mood: Mood): Promise<void> {
  const total = mood.reduce((sum, [, weight]) => sum + weight, 0);
  let left = run.world.random.next() * total;
  const [deed] = mood.find(([, weight]) => {
    left -= weight;
    return left < 0;
  }) ?? ['timePasses'];
  await run.world.scheduler.step(`— ${deed}`, () => deeds[deed](run));
}

/** Each office has its counter before anything happens. */
async function openCounters({ store, touched, scheduler }: World): Promise<void> {
  for (const { id, counter } of offices) {
    const definition = definitionOf(2, 'counter');
    const kernel = createKernel({
      store,
      now: () => instantOf(scheduler.nowMs),
      definitions: [definition],
      ports: {},
      newId: () => counter,
    });
    const opening = kernel.dispatch(definition, 'open' as never, {} as never, {
      office: id,
      actor: anna,
      request: 'open',
    });
    await scheduler.step('the office opens', () => {});
    while (scheduler.waiting > 0) await scheduler.goOn();
    await opening;
    touched(id, counter);
  }
}
