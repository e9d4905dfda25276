import { describe, expect, it } from 'vitest';
import { asSaid, type Decidable, defineWorkflow, replay, type Said } from '../src/index.ts';
import { boards, clerk, letters, postRoom } from './letter.ts';

async function told() {
  const at = postRoom();
  const id = await at.write('Anna', 2);
  await at.correct(id, 'x');
  await at.minutesPass(10);
  await at.does(clerk, letters, 'taken', { receipt: 'R1' }, id);
  return { ...at, id, log: (await at.store.log(at.office, id)).map(asSaid) };
}

describe('a log that is replayed', () => {
  it('comes to the case as it is stored, and to the facts of its rows', async () => {
    const { log, ...at } = await told();
    const { snapshot, state, version, timers } = await at.case(letters, at.id);
    const { before, facts } = replay(letters, log);
    expect(before).toMatchObject({ snapshot, state, version, timers });
    expect(facts).toEqual(log.map((row) => row.facts));
    expect(log.map(({ command }) => command)).toContain('xstate.after.reminder.letter.written');
  });

  it('of a record does so too', async () => {
    const at = postRoom();
    const id = await at.begins(clerk, boards, 'create', { hall: 'A', full: false });
    await at.does(clerk, boards, 'change', { hall: 'B', full: false }, id);
    const { before, facts } = replay(boards, (await at.store.log(at.office, id)).map(asSaid));
    expect(before).toMatchObject({ snapshot: { context: { hall: 'B' } }, version: 2, state: 'current' });
    expect(facts).toEqual([[{ type: 'created' }], [{ type: 'changed' }]]);
  });

  it('is judged by the rules of today, on what was known then', async () => {
    const { log } = await told();
    const { correct } = letters.commands;
    const strict = (): { code: string; figures: object } => ({ code: 'no_corrections', figures: {} });
    const commands = { ...letters.commands, correct: { ...correct, rules: [strict] } };
    const { name, version, machine, facts, read, start, effects } = letters;
    const today = defineWorkflow({ name, version, machine, facts, read, start, effects, commands: commands as never });
    expect(() => replay(today, log)).toThrow('letter: row 2, correct, is refused in a replay: no_corrections');
  });

  it.each<[string, Decidable, (log: readonly Said[]) => readonly Said[], string]>([
    ['without its first row', letters, (log) => log.slice(1), 'letter.correct needs a case'],
    ['with no row at all', letters, () => [], 'an empty log comes to nothing'],
    [
      'with a timer that was never set',
      letters,
      ([first, , fired]) => [first, named(fired, 'later')].filter(isRow),
      'no such timer',
    ],
    ['that begins with a timer', letters, ([, , fired]) => [fired].filter(isRow), 'no command'],
    ['of another workflow', boards, (log) => log, 'no command'],
  ])('%s is none', async (_, definition, change, message) => {
    const { log } = await told();
    expect(() => replay(definition, change(log))).toThrow(message);
  });
});

const isRow = (row: Said | undefined): row is Said => row !== undefined;
const named = (row: Said | undefined, command: string) => row && { ...row, command };
