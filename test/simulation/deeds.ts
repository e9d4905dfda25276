import { HOUR_MS, MINUTE_MS } from '../../packages/values/src/index.ts';
import { sendTogether } from './many.ts';
import { offices } from './office/office.ts';
import type { Wish } from './people.ts';
import type { Run } from './run.ts';
import { chores } from './server.ts';

/** How often each thing is begun, against the others; a run makes some of them more likely, and leaves some out. */
const weights = {
  place: 6,
  note: 12,
  poke: 5,
  begin: 8,
  close: 4,
  createGuest: 2,
  changeGuest: 2,
  erase: 1.2,
  foreign: 1,
  together: 2,
  chore: 45,
  crash: 2,
  deploy: 1.5,
  clockJumps: 2.5,
  timePasses: 8,
  nightPasses: 0.7,
  lineBreaks: 1.5,
  keepCheckpoint: 1,
  tryAgain: 1,
} as const;

export type Deed = keyof typeof weights;
export const deedNames: readonly string[] = Object.keys(weights);

/** How likely each deed is in a run. */
export type Mood = readonly (readonly [Deed, number])[];

/** What this run likes to do. Time and chores are always there, or nothing would come of anything. */
export function moodOf({ world }: Run, off: readonly string[]): Mood {
  const always: readonly string[] = ['place', 'chore', 'timePasses'];
  return (Object.entries(weights) as [Deed, number][]) // its own entries
    .filter(([deed]) => !off.includes(deed))
    .map(([deed, weight]) => [deed, weight * (always.includes(deed) ? 1 : world.random.pick([0, 1, 1, 3]))]);
}

/** What each deed does. It only begins: what comes of it waits for its turns. */
export const deeds: Readonly<Record<Deed, (run: Run) => void>> = {
  place: (run) => ask(run, 'ticket', 'place', { who: secret(run), room: roomOf(run) }),
  note: (run) => ask(run, 'ticket', 'note', { text: secret(run) }, someCase(run, 'ticket')),
  poke: (run) => ask(run, 'ticket', 'poke', {}, someCase(run, 'ticket')),
  begin: (run) => ask(run, 'ticket', 'begin', {}, someCase(run, 'ticket')),
  close: (run) => ask(run, 'ticket', 'close', {}, someCase(run, 'ticket')),
  createGuest: (run) => ask(run, 'guest', 'create', { name: secret(run), room: roomOf(run) }),
  changeGuest: (run) => ask(run, 'guest', 'change', { name: secret(run), room: roomOf(run) }, someCase(run, 'guest')),
  erase: (run) => {
    const workflow = run.world.random.pick(['ticket', 'guest']);
    ask(run, workflow, 'erase', {}, someCase(run, workflow));
  },
  foreign(run) {
    // The case is of one office, the wish of another: it is not found there, whatever it is.
    const found = someCase(run, 'ticket');
    const office = offices.find(({ id }) => id !== found?.office);
    if (found && office)
      run.people.send(run.people.wish({ office, workflow: 'ticket', command: 'poke', input: {}, case: found.id }));
  },
  together(run) {
    const { random } = run.world;
    const office = random.pick(offices);
    const wish = (): Wish | undefined => {
      const found = someCase(run, 'ticket', office.id);
      return found && run.people.wish({ ...noteOf(run), office, case: found.id });
    };
    const start = () => run.people.wish({ ...ticketOf(run), office });
    const one = random.chance(0.5) ? wish : start;
    const wishes = Array.from({ length: random.between(2, 7) }, one).filter((each) => each !== undefined);
    void sendTogether(run.world, run.people, wishes, random.between(1, 4));
  },
  chore: ({ servers, world }) =>
    void world.random.pick(servers)?.does(world.random.pick([...chores, 'runEffects', 'react'])),
  crash: (run) => run.restart(run.world.random.between(0, 1)),
  deploy: (run) => run.restart(run.world.random.between(0, 1), 2),
  clockJumps({ servers, world: { random } }) {
    const server = random.pick(servers);
    if (server) server.skewMs = random.pick([-HOUR_MS, -MINUTE_MS, 0, MINUTE_MS, HOUR_MS]);
  },
  timePasses: ({ world }) => world.scheduler.timePasses(world.random.between(1, 12) * MINUTE_MS),
  nightPasses: ({ world }) => world.scheduler.timePasses(12 * HOUR_MS),
  lineBreaks: ({ followers, world }) => world.random.pick(followers)?.disconnect(),
  keepCheckpoint: (run) => run.keepCheckpoint(run.world.random.pick(offices).id),
  tryAgain: (run) => void run.tryAgainSomething(run.world.random.pick(offices).id),
};

/** A personal value that is nowhere else, so that it is found wherever it was left. */
const secret = ({ people }: Run) => `secret-${people.wishes.length + 1}-`;
const ticketOf = (run: Run) =>
  ({ workflow: 'ticket', command: 'place', input: { who: secret(run), room: roomOf(run) } }) as const;
const noteOf = (run: Run) => ({ workflow: 'ticket', command: 'note', input: { text: secret(run) } }) as const;
const roomOf = ({ world }: Run) => `room ${world.random.between(1, 3)}`;

function someCase({ world }: Run, workflow: string, office?: string) {
  const found = world.book.cases.filter(
    (read) => read.workflow === workflow && (office ?? read.office) === read.office,
  );
  // Mostly the last ones: what is busy is where things go wrong.
  return world.random.pick(found.slice(-3));
}

type About = { readonly office: string; readonly id: string };

function ask(
  { world, people }: Run,
  workflow: Wish['workflow'],
  command: string,
  input: Wish['input'],
  about?: About,
): void {
  const starts = command === 'place' || command === 'create';
  if (!starts && about === undefined) return; // there is none yet
  const office = offices.find(({ id }) => id === about?.office) ?? world.random.pick(offices);
  people.send(people.wish({ office, workflow, command, input, case: about?.id }));
}
