import { newSigningKey, openCheckpoint, originOf, publicKeyOf, verifyExport } from '@front-office/sealed-log';
import { describe, expect, it } from 'vitest';
import { exportLog } from '../src/index.ts';
import { clerk, letters, postRoom } from './letter.ts';
import { exportOf, verdictOn } from './sealed.ts';

const signingKey = newSigningKey();
const publicKey = publicKeyOf(signingKey);

const checkpointsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => JSON.parse(line).checkpoint ?? []);

describe('sealing the log', () => {
  it('gives every row a place and ends with a checkpoint that the public key opens', async () => {
    const at = postRoom({ signingKey });
    const id = await at.write();
    await at.correct(id, 'x');
    expect(await at.kernel.afterCommit.seal()).toBe(2);
    expect(await at.kernel.afterCommit.seal()).toBe(0);
    const lines = await at.store.seals.read(at.office, 0, 9);
    expect(lines).toMatchObject([{ index: 0, row: { version: 1 } }, { index: 1, row: { version: 2 } }, { size: 2 }]);
    const [note = ''] = checkpointsOf(await exportOf(at));
    expect(openCheckpoint(note, publicKey)).toMatchObject({ checkpoint: { origin: originOf(at.office), size: 2 } });
    expect(openCheckpoint(note, publicKeyOf(newSigningKey())).refused).toBeDefined();
  });

  it('grows consistently batch by batch: every checkpoint holds for the log of later', async () => {
    const at = postRoom({ signingKey });
    for (let batch = 1; batch <= 5; batch++) {
      for (let n = 0; n < batch; n++) await at.write();
      expect(await at.kernel.afterCommit.seal()).toBe(batch);
    }
    const lines = await exportOf(at);
    const kept = checkpointsOf(lines);
    expect(kept).toHaveLength(5);
    const verdict = await verdictOn(lines, publicKey, kept);
    expect(verdict).toMatchObject({ ok: true, rows: 15, unsealed: 0, sealedSize: 15, problems: [] });
    expect(await verdictOn(lines.slice(0, -2), publicKey, kept)).toMatchObject({ ok: false });
  });

  it('keeps a tree for each office', async () => {
    const here = postRoom({ signingKey });
    const there = postRoom({ signingKey, store: here.store });
    await here.write();
    await there.write();
    await here.write();
    expect(await here.kernel.afterCommit.seal()).toBe(3);
    for (const [at, rows] of [
      [here, 2],
      [there, 1],
    ] as const)
      expect(await verdictOn(await exportOf(at), publicKey)).toMatchObject({ ok: true, office: at.office, rows });
  });

  it('of more than one batch, by two sealers at once, seals every row once', async () => {
    const one = postRoom({ signingKey });
    const other = postRoom({ signingKey, store: one.store, office: one.office });
    const items = Array.from({ length: 2_100 }, (_, n) => ({ request: `r${n}`, input: { to: 'Anna', copies: 1 } }));
    for await (const _ of one.kernel.dispatchMany(letters, 'write', { office: one.office, actor: clerk, items }));
    const sealed = await Promise.all([one.kernel.afterCommit.seal(), other.kernel.afterCommit.seal()]);
    expect(sealed.sort((a, b) => a - b)).toEqual([0, 2_100]);
    const verdict = await verdictOn(await exportOf(one, 500), publicKey);
    expect(verdict).toMatchObject({ ok: true, rows: 2_100, unsealed: 0 });
  });

  it('and exporting it right after an erasure looks like no forgery, although the erasing row is not sealed yet', async () => {
    const at = postRoom({ signingKey });
    const [first, second] = [await at.write(), await at.write()];
    await at.kernel.afterCommit.seal();
    await at.correct(second, 'x'); // a row that nobody has sealed, and that is erased as well
    for (const id of [first, second])
      await at.kernel.erase(letters, { office: at.office, actor: clerk, case: id, request: `erase ${id}` });
    await at.write();
    const verdict = () => verifyExport(exportLog(at.store, at.office), { publicKey });
    expect(await verdict()).toMatchObject({ ok: true, rows: 5, erased: 3, sealedSize: 2, unsealed: 3 });
    await at.kernel.afterCommit.seal();
    expect(await verdict()).toMatchObject({ ok: true, rows: 6, erased: 3, sealedSize: 6, unsealed: 0 });
  });

  it('without a key does nothing, and what has gathered is sealed once there is one', async () => {
    const without = postRoom();
    await without.write();
    expect(await without.kernel.afterCommit.seal()).toBe(0);
    const at = postRoom({ signingKey, store: without.store, office: without.office });
    expect(await at.kernel.afterCommit.seal()).toBe(1);
  });
});
