import { newSigningKey, publicKeyOf } from '@front-office/sealed-log';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../src/index.ts';
import { actor } from '../src/testing/index.ts';
import { boards, clerk, letters, lettersNotices, postRoom, RETENTION_MINUTES } from './letter.ts';
import { exportOf, verdictOn } from './sealed.ts';

const canary = 'Beispielmüller-im-Kanarienkäfig';

/** Everything that a memory store holds, private parts too. */
function dumpOf(store: MemoryStore, office: string): Promise<string> {
  const { feed, jobs, seals } = store;
  const all = [
    store.list({ office, workflow: 'letter', limit: 99 }),
    store.list({ office, workflow: 'board', limit: 99 }),
    store.workItems(office),
    jobs.dead(office),
    seals.read(office, 0, 99),
    feed.read({ after: undefined, limit: 99 }).then((positions) => feed.rows(positions)),
  ];
  return Promise.all(all).then((parts) => JSON.stringify([parts, store.waiting(office), store.history(office)]));
}

describe('erasing', () => {
  it('by a state that says so drops what is personal, and what the case was; the log says that it was', async () => {
    const at = postRoom();
    const id = await at.write(canary);
    expect(await dumpOf(at.store, at.office)).toContain(canary);
    expect(await at.shred(id)).toMatchObject({ case: id, version: 2, state: 'shredded', tags: ['erased'] });
    expect(await dumpOf(at.store, at.office)).not.toContain(canary);
    const [write, shred] = await at.store.log(at.office, id);
    expect(write).toMatchObject({ command: 'write', personal: {}, salt: null, input: { copies: 1 } });
    expect(shred).toMatchObject({ command: 'shred', version: 2, salt: expect.any(Uint8Array) });
    expect(shred?.known).toEqual({ remains: { '1': expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await at.kernel.list({ office: at.office, workflow: 'letter', limit: 9 })).toEqual([]);
    expect([await at.store.workItems(at.office), at.store.waiting(at.office)]).toEqual([[], []]);
  });

  it('comes by itself when a timer leads to such a state', async () => {
    const at = postRoom();
    const id = await at.write(canary);
    await at.does(clerk, letters, 'taken', { receipt: 'R1' }, id);
    await at.minutesPass(RETENTION_MINUTES - 1);
    expect((await at.case(letters, id)).state).toBe('away');
    await at.minutesPass(1);
    expect(await dumpOf(at.store, at.office)).not.toContain(canary);
    await at.minutesPass(RETENTION_MINUTES);
    expect(await at.store.log(at.office, id)).toHaveLength(3);
  });

  it('from outside works in any state, of a record too, with its keys', async () => {
    const at = postRoom();
    const letter = await at.write(canary);
    const board = await at.begins(clerk, boards, 'create', { hall: canary, full: false });
    const erase = (definition: typeof letters | typeof boards, id: string, request: string) =>
      at.kernel.erase(definition, { office: at.office, actor: clerk, case: id, request });
    expect(await erase(letters, letter, 'e1')).toMatchObject({ case: letter, version: 2, state: 'erased' });
    expect(await erase(boards, board, 'e2')).toMatchObject({ case: board, version: 2, state: 'erased' });
    const lookups = [{ record: 'board', by: 'key' as const, value: canary.toLowerCase(), limit: 9 }];
    expect((await at.store.load({ office: at.office, workflow: '', lookups })).found).toEqual([[]]);
    const rows = await at.store.log(at.office, letter);
    expect(rows.map(({ command, request, by }) => [command, request, by.id])).toEqual([
      ['write', expect.any(String), 'clerk'],
      ['erase', 'erase:e1', 'clerk'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(canary);
  });

  it('once more under the same request is answered as the first time, under another one finds nothing', async () => {
    const at = postRoom();
    const id = await at.write();
    const asked = { office: at.office, actor: clerk, case: id };
    const first = await at.kernel.erase(letters, { ...asked, request: 'e' });
    expect(await at.kernel.erase(letters, { ...asked, request: 'e' })).toEqual(first);
    expect(await at.kernel.erase(letters, { ...asked, request: 'f' })).toMatchObject({
      refused: { code: 'not_found' },
    });
    expect(await at.store.log(at.office, id)).toHaveLength(2);
  });

  it('leaves nothing to be found: every command, view and erasure of the case is refused alike', async () => {
    const at = postRoom();
    const id = await at.write();
    await at.shred(id);
    const seen = await at.kernel.view(letters, { office: at.office, actor: clerk, case: id });
    const answers = [await at.correct(id, 'x'), await at.shred(id), seen];
    expect(answers.map(({ refused }) => refused?.code)).toEqual(['not_found', 'not_found', 'not_found']);
  });

  it('keeps requests: one whose words are gone can no longer be told from another, and makes no second case', async () => {
    const at = postRoom();
    const wish = { to: 'Anna', copies: 1 };
    const begun = await at.does(clerk, letters, 'write', wish, undefined, 'wish');
    const id = begun.refused ? '' : begun.case;
    const corrected = await at.does(clerk, letters, 'correct', { text: 'x' }, id, 'correction');
    await at.shred(id);
    const again = await at.does(clerk, letters, 'write', wish, undefined, 'wish');
    expect(again.refused?.code).toBe('request_reused');
    expect(await at.does(clerk, letters, 'correct', { text: 'x' }, id, 'correction')).toEqual(corrected);
    expect(at.store.history(at.office)).toHaveLength(3);
  });

  it('against a command at the same moment: one comes first, and the log is whole either way', async () => {
    for (const turns of [0, 1, 2, 3]) {
      const store = new MemoryStore({ inTransaction: () => new Promise((resolve) => setImmediate(resolve)) });
      const at = postRoom({ store });
      const other = postRoom({ store, office: at.office });
      const id = await at.write(canary);
      const correcting = at.correct(id, 'x');
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      const asked = { office: at.office, actor: clerk, case: id, request: 'e' };
      const [corrected, erased] = await Promise.all([correcting, other.kernel.erase(letters, asked)]);
      expect(erased.refused).toBeUndefined();
      const log = await store.log(at.office, id);
      expect(log.map(({ version }) => version)).toEqual(corrected.refused ? [1, 2] : [1, 2, 3]);
      const remains = log.slice(0, -1).map(({ version }) => [version, expect.any(String)]);
      expect(log.at(-1)?.known).toEqual({ remains: Object.fromEntries(remains) });
      expect(await dumpOf(store, at.office)).not.toContain(canary);
    }
  });

  it('leaves every proof as it was: the log before and after verifies with the same key', async () => {
    const signingKey = newSigningKey();
    const at = postRoom({ signingKey });
    const [one, two] = [await at.write(canary), await at.write('Ben')];
    await at.kernel.afterCommit.seal();
    const before = await exportOf(at);
    await at.shred(one);
    await at.kernel.erase(letters, { office: at.office, actor: actor('archive'), case: two, request: 'e' });
    await at.kernel.afterCommit.seal();
    const after = await exportOf(at);
    expect(after.join('\n')).not.toContain(canary);
    const keptCheckpoints = before.flatMap((line) =>
      line.startsWith('{"checkpoint"') ? [JSON.parse(line).checkpoint] : [],
    );
    const verdict = await verdictOn(after, publicKeyOf(signingKey), keptCheckpoints);
    expect(verdict).toMatchObject({ ok: true, rows: 4, erased: 2, sealedSize: 4, problems: [] });
    const forged = after.map((line) => line.replace('"copies":1', '"copies":2'));
    expect((await verdictOn(forged, publicKeyOf(signingKey))).ok).toBe(false);
  });

  it('is known to reactions, which are given no context then', async () => {
    const contexts: unknown[] = [];
    const on = { letterWritten: async (_: unknown, here: { context: unknown }) => void contexts.push(here.context) };
    const at = postRoom({ reactions: [{ ...lettersNotices, on }] });
    await at.write();
    await at.shred(await at.write());
    await at.kernel.afterCommit.react();
    expect(contexts).toEqual([{ to: 'Anna', copies: 1 }, undefined]);
  });
});
