import type { KeyObject } from 'node:crypto';
import { MINUTE_MS } from '@front-office/values';
import { emit, setup } from 'xstate';
import * as z from 'zod';
import {
  byKey,
  type CommandsOf,
  defineEffect,
  defineReaction,
  defineRecord,
  defineWorkflow,
  type EffectAnswer,
  type EffectHere,
  type FactsOf,
  type Given,
  MemoryStore,
  personal,
  type Reaction,
  refuse,
  through,
} from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';

// A letter leaves the house with a courier, a notice on a board tells of it, and in the end the letter is shredded.

const inputs = {
  write: z.strictObject({ to: personal(z.string()), copies: z.number().int().positive() }),
  correct: z.strictObject({ text: z.string() }),
  taken: z.strictObject({ receipt: z.string() }),
  complain: z.strictObject({ reason: z.string() }),
  shred: z.strictObject({}),
};
const facts = {
  letterWritten: z.object({ to: personal(z.string()) }),
  letterCorrected: z.object({ text: z.string() }),
  letterTaken: z.object({ receipt: z.string() }),
  courierReminded: z.object({}),
};
type Command = CommandsOf<typeof inputs>;
interface Letter {
  readonly to: string;
  readonly copies: number;
}

/** Asked of whoever carries letters away; every test brings its own. */
export interface Post {
  courier(params: { readonly copies: number }, here: EffectHere<Post>): Promise<EffectAnswer | undefined>;
}

export const RETENTION_MINUTES = 60;

const machine = setup({
  types: {} as {
    context: Letter;
    input: Extract<Command, { type: 'write' }>;
    events: Command;
    emitted: FactsOf<typeof facts>;
  },
  delays: { reminder: 10 * MINUTE_MS, retention: RETENTION_MINUTES * MINUTE_MS },
  actions: { send: (_, _params: { copies: number }) => {} },
}).createMachine({
  id: 'letter',
  context: ({ input: { to, copies } }) => ({ to, copies }),
  initial: 'written',
  states: {
    written: {
      tags: ['open'],
      entry: [
        emit(({ context }) => ({ type: 'letterWritten', to: context.to })),
        { type: 'send', params: ({ context }) => ({ copies: context.copies }) },
      ],
      on: {
        correct: { actions: emit(({ event }) => ({ type: 'letterCorrected', text: event.text })) },
        taken: { target: 'away', actions: emit(({ event }) => ({ type: 'letterTaken', receipt: event.receipt })) },
        complain: 'written',
      },
      after: { reminder: { actions: emit({ type: 'courierReminded' }) } },
    },
    away: { after: { retention: 'shredded' } },
    shredded: { type: 'final', tags: ['erased'] },
  },
  on: { shred: '.shredded' },
});

const noPoison = ({ input }: Given<Letter, { reason: string }>) =>
  input.reason === 'poison' ? refuse('reason_silly') : undefined;

export const letters = defineWorkflow({
  name: 'letter',
  version: 1,
  machine,
  facts,
  read: 'letters.read',
  start: { write: { input: inputs.write, needs: 'letters.write' } },
  commands: {
    correct: { input: inputs.correct, needs: 'letters.write' },
    taken: { input: inputs.taken, needs: 'letters.courier' },
    complain: { input: inputs.complain, needs: 'letters.courier', rules: [noPoison] },
    shred: { input: inputs.shred, needs: 'letters.write' },
  },
  effects: {
    send: defineEffect({
      params: z.strictObject({ copies: z.number().max(9) }),
      attempts: 3,
      run: (params, here: EffectHere<Post>) => here.ports.courier(params, here),
    }),
  },
});

export const boards = defineRecord({
  name: 'board',
  schema: z.strictObject({ hall: z.string(), full: z.boolean() }),
  create: 'letters.write',
  change: 'letters.write',
  read: 'letters.read',
  keys: ({ hall }) => [hall.toLowerCase()],
});

const noticeInputs = { pin: z.strictObject({ text: z.string() }) };
const noticeFacts = { noticePinned: z.object({ text: z.string() }) };

const noticeMachine = setup({
  types: {} as {
    context: { readonly text: string };
    input: CommandsOf<typeof noticeInputs>;
    emitted: FactsOf<typeof noticeFacts>;
  },
}).createMachine({
  id: 'notice',
  context: ({ input }) => ({ text: input.text }),
  initial: 'pinned',
  states: {
    pinned: { entry: emit(({ context }) => ({ type: 'noticePinned', text: context.text })) },
  },
});

const boardHasRoom = ({ known }: Given<undefined, unknown, { full: boolean }>) =>
  known.full ? refuse('board_full') : undefined;

export const notices = defineWorkflow({
  name: 'notice',
  version: 1,
  machine: noticeMachine,
  facts: noticeFacts,
  read: 'letters.read',
  start: {
    pin: {
      input: noticeInputs.pin,
      needs: 'notices.pin',
      known: z.object({ full: z.boolean() }),
      knows: { full: () => through(byKey(boards, 'a'), (found) => found.some(({ data }) => data.full)) },
      rules: [boardHasRoom],
    },
  },
  commands: {},
});

/** Pins a notice for each thing that happens to a letter. */
export const lettersNotices = defineReaction('letters-notices', letters, {
  async letterWritten({ to }, here) {
    await here.dispatch(notices, 'pin', { text: `for ${to}` });
  },
  async letterCorrected({ text }, here) {
    await here.dispatch(notices, 'pin', { text });
  },
});

export const clerk = actor('clerk', 'letters.write', 'letters.read', 'letters.courier');
export const nineOClock = '2026-06-30T09:00:00+02:00';

export interface PostRoomOptions {
  readonly courier?: Post['courier'];
  readonly reactions?: readonly Reaction[];
  readonly store?: MemoryStore;
  readonly office?: string;
  readonly signingKey?: KeyObject;
}

/** A scene with letters, boards and notices; the courier takes everything and says nothing unless a test has another. */
export function postRoom({
  courier = async () => undefined,
  store = new MemoryStore(),
  ...rest
}: PostRoomOptions = {}) {
  const at = scene({ at: nineOClock, definitions: [letters, boards, notices], ports: { courier }, store, ...rest });
  return {
    ...at,
    write: (to = 'Anna', copies = 1) => at.begins(clerk, letters, 'write', { to, copies }),
    correct: (id: string, text: string) => at.does(clerk, letters, 'correct', { text }, id),
    shred: (id: string) => at.does(clerk, letters, 'shred', {}, id),
    /** Texts on the board, in order of pinning. */
    board: () =>
      at.store
        .history(at.office)
        .flatMap(({ workflow, facts }) => (workflow === 'notice' ? facts.map((f) => f.text) : [])),
    stuck: () => at.kernel.stuck(at.office),
  };
}

export type PostRoom = ReturnType<typeof postRoom>;

/** The post room with reactions, and a board in hall A. */
export function noticeRoom(reactions: readonly Reaction[] = [lettersNotices], store = new MemoryStore()) {
  const at = postRoom({ reactions, store });
  let board: string | undefined;
  return {
    ...at,
    react: () => at.kernel.afterCommit.react(),
    /** The board in hall A is full, or has room again. */
    async boardIs(full: boolean) {
      const data = { hall: 'A', full };
      if (board) await at.does(clerk, boards, 'change', data, board);
      else board = await at.begins(clerk, boards, 'create', data);
    },
    /** Once more for whatever waits: the clock goes on by a day. */
    nextDay: () => at.clockStrikes(new Date(Date.parse(at.clock.now()) + 86_400_000).toISOString()),
  };
}
