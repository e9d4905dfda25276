import { MINUTE_MS } from '../../packages/values/src/index.ts';
import { judgeWhole } from './at-rest.ts';
import { offices } from './office/office.ts';
import type { Run } from './run.ts';
import { chores } from './server.ts';
import { Violation } from './violation.ts';

const ROUND_MS = 10 * MINUTE_MS;
/** Many hours: the longest pause between two tries, and what a clock that was wrong has put off, are over long before. */
const MOST_ROUNDS = 90;
/** As many steps are never needed to end what goes on at the same time. */
const MOST_STEPS = 200_000;

/**
 * Nothing goes wrong any more: the clocks are right, the servers are of the new version, whoever asked is answered. So
 * everything that was begun must come to its end, and then all of it is looked at.
 */
export async function comeToRest(run: Run): Promise<void> {
  const { world, people, servers } = run;
  world.faults.calm = true;
  for (const place of [0, 1]) if (servers[place]?.version === 1) run.restart(place, 2);
  for (const server of servers) server.skewMs = 0;
  await finish(run);
  for (let round = 0; ; round++) {
    if (round > MOST_ROUNDS) throw new Violation('nothing stays queued', waitingIn(run));
    const done = await everybodyWorks(run);
    if (world.violation) return;
    const revived = await reviveAll(run);
    if (done + revived === 0 && people.asking === 0 && waitingIn(run) === '') break;
    world.scheduler.timePasses(ROUND_MS);
  }
  await judgeWhole(run);
  for (const follower of run.followers) follower.end();
}

const waitingIn = ({ world }: Run) =>
  offices.flatMap(({ id }) => world.store.waiting(id).map(({ key }) => key)).join(', ');

/** Every server does each of its chores once, side by side. */
async function everybodyWorks(run: Run): Promise<number> {
  let done = 0;
  for (const chore of chores) {
    for (const server of run.servers) void server.does(chore).then((count) => (done += count ?? 1));
    await finish(run);
  }
  return done;
}

/** Everyone who waits goes on until nobody does. */
async function finish(run: Run): Promise<void> {
  const { scheduler } = run.world;
  const most = scheduler.steps + MOST_STEPS;
  while (scheduler.waiting > 0 && !run.world.violation) {
    await scheduler.goOn();
    await run.judge();
    if (scheduler.steps > most) throw new Violation('it comes to rest', 'something goes on for ever');
  }
}

/** What failed for good is where a person sees it, and is done when that person wants it tried again. */
async function reviveAll({ world, servers }: Run): Promise<number> {
  let revived = 0;
  for (const { id } of offices) {
    const dead = await world.store.jobs.dead(id);
    const items = (await world.store.workItems(id)).filter(({ kind }) => kind === 'effect.failed');
    const [shown, stuck] = [items, dead].map((all) => [...new Set(all.map((each) => each.case))].sort().join(', '));
    if (shown !== stuck) throw new Violation('what is stuck is shown', `shown: ${shown}; stuck: ${stuck}`);
    for (const { key } of dead) if (await world.store.jobs.revive(id, key, servers[0].kernel.now())) revived += 1;
  }
  return revived;
}
