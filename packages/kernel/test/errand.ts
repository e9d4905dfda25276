import type { Instant } from '@front-office/values';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';
import {
  byKey,
  type CommandsOf,
  type Commit,
  type CommitOutcome,
  defineEffect,
  defineRecord,
  defineWorkflow,
  type FactsOf,
  type Given,
  MemoryStore,
  personal,
  refuse,
  sql,
  through,
} from '../src/index.ts';

// An errand with what a parcel lacks: states within states, timers that outlive a state, two effects in one step, rules
// that know something before anything is typed, a projection and a constraint.

export const strikes = defineRecord({
  name: 'strike',
  schema: z.strictObject({ day: z.string(), lines: z.number() }),
  create: 'errands.plan',
  change: 'errands.lead',
  read: 'errands.see',
  keys: ({ day }) => [day],
});

const inputs = {
  ask: z.strictObject({ who: personal(z.string()), day: z.string() }),
  setOut: z.strictObject({}),
  comeBack: z.strictObject({}),
  note: z.strictObject({ text: z.string() }),
  finish: z.strictObject({}),
};
const Known = z.object({ strikes: z.array(z.number()), asked: z.array(personal(z.string())) });
const facts = {
  asked: z.object({ by: z.string() }),
  noted: z.object({ text: z.string() }),
  copied: z.object({}),
  nudged: z.object({}),
};
type Command = CommandsOf<typeof inputs, { setOut: typeof Known }>;
interface Errand {
  readonly day: string;
  readonly nudges: number;
  readonly strikes: readonly number[];
}

const tell = (_: unknown, _params: { to: string }) => {};
const machine = setup({
  types: {} as {
    context: Errand;
    input: { day: string; at: Instant };
    events: Command;
    emitted: FactsOf<typeof facts>;
  },
  delays: { nudge: 60_000, forget: 3_600_000 },
  actions: { tellDriver: tell, tellGuard: tell },
}).createMachine({
  id: 'errand',
  context: ({ input }) => ({ day: input.day, nudges: 0, strikes: [] }),
  initial: 'open',
  states: {
    open: {
      initial: 'planned',
      on: { finish: 'done' },
      after: { forget: 'done' },
      states: {
        planned: {
          on: {
            setOut: { target: 'away', actions: assign(({ event }) => ({ strikes: event.known.strikes })) },
          },
          after: {
            nudge: { actions: [assign(({ context }) => ({ nudges: context.nudges + 1 })), emit({ type: 'nudged' })] },
          },
        },
        away: { on: { comeBack: 'planned' } },
      },
    },
    done: { type: 'final' },
  },
  on: {
    note: {
      actions: [
        emit(({ event }) => ({ type: 'noted', text: `${event.text} by ${event.by.id}` })),
        emit({ type: 'copied' }),
        { type: 'tellDriver', params: { to: 'driver' } },
        { type: 'tellGuard', params: { to: 'guard' } },
      ],
    },
  },
});

/** Two things to know, each of its own lookups, so that a mixed-up answer shows. */
const setOutKnows = {
  strikes: () => through(byKey(strikes, { context: 'day' }), (found) => found.map(({ data }) => data.lines)),
  asked: () => through(byKey(strikes, 'everyday'), (found) => found.map(({ data }) => data.day)),
};
const notOnStrike = ({ known }: Given<Errand, undefined, z.output<typeof Known>>) =>
  known.strikes.length > 2 ? refuse('on_strike', { lines: known.strikes.length }) : undefined;
const noteSaysSomething = ({ input }: Given<Errand, { text: string }>) =>
  input.text === '' ? refuse('note_empty') : undefined;
const notTooNudged = ({ context }: Given<Errand>) => (context.nudges > 1 ? refuse('too_late') : undefined);

export const errands = defineWorkflow({
  name: 'errand',
  version: 3,
  machine,
  facts,
  read: 'errands.see',
  start: { ask: { input: inputs.ask, needs: 'errands.plan' } },
  commands: {
    setOut: {
      input: inputs.setOut,
      needs: 'errands.plan',
      known: Known,
      knows: setOutKnows,
      when: [notOnStrike],
    },
    comeBack: { input: inputs.comeBack, needs: 'errands.plan' },
    note: { input: inputs.note, needs: 'errands.plan', when: [notTooNudged], rules: [noteSaysSomething] },
    finish: { input: inputs.finish, needs: 'errands.lead' },
  },
  effects: {
    tellDriver: defineEffect({ params: z.strictObject({ to: z.string() }), run: async () => undefined }),
    tellGuard: defineEffect({ params: z.object({ to: z.string().toUpperCase() }), run: async () => undefined }),
  },
  projections: {
    noted: ({ text }, { office, version }) => sql`insert into notes values (${office}, ${text}, ${version})`,
  },
  constraints: { errand_twice: 'already_asked' },
  workItems: ({ state, context }) => [
    { kind: 'errand.open', due: atDawn, needs: 'errands.see', assignee: null, label: null },
    ...(state === 'open.away' ? [{ ...item('errand.away'), assignee: String(context.nudges) }] : []),
  ],
});

// The work items say nothing of time, so that only what really changed is written anew.
const atDawn = '2026-06-30T04:00:00.000Z' as Instant; // written in its canonical form
const item = (kind: string) => ({ kind, due: atDawn, needs: 'errands.see', label: null });

/** A memory store that remembers what it was given, and answers a commit with what a test has laid ready for it. */
export class WatchedStore extends MemoryStore {
  readonly commits: Commit[] = [];
  readonly answers: CommitOutcome[] = [];
  /** Runs before a commit is written: somebody else is faster. */
  meanwhile: (() => Promise<unknown>) | undefined;

  override async commit(commit: Commit): Promise<CommitOutcome> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    this.commits.push(commit);
    return this.answers.shift() ?? super.commit(commit);
  }
}
