import { type Instant, instantOf, newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Position } from '../after-commit/feed-port.ts';
import type { SealedBatch } from '../after-commit/seal-port.ts';
import type { LogRow, Store } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

const at = (minute: number): Instant => instantOf(Date.UTC(2026, 5, 30, 6, minute));
const root = (byte: number) => new Uint8Array(32).fill(byte);

/** What a store promises of the sealed order of each office's log. */
export function describeSeals(store: () => Store): void {
  const held = async () => {
    const cursor = await store().feed.hold({ consumer: newId(), now: at(0), until: at(1) });
    if (cursor === undefined) throw new Error('a new cursor is free');
    return cursor;
  };
  const logOf = async (office: string, length: number): Promise<readonly LogRow[]> => {
    const commits = Array.from({ length }, () => sampleCommit({ office }));
    for (const commit of commits) expect(await store().commit(commit)).toEqual({ done: true });
    return commits.map(({ log }) => log);
  };
  const batch = (office: string, from: number, rows: readonly LogRow[]): SealedBatch => ({
    office,
    from,
    rows: rows.map(({ case: id, version }) => ({ case: id, version })),
    head: { size: from + rows.length, frontier: [root(from), root(rows.length)] },
    checkpoint: `office ${from + rows.length}\n— signed`,
    sealedAt: at(0),
  });
  const row = (log: LogRow, index: number) => ({ index, row: log });
  const signed = (size: number) => ({ size, checkpoint: `office ${size}\n— signed` });
  const to: Position = { tx: '9', office: newId(), case: newId(), version: 1 };

  describe('seals', () => {
    test('begin with an empty tree and go on from the last batch', async () => {
      const office = newId();
      expect(await store().seals.head(office)).toEqual({ size: 0, frontier: [] });
      const log = await logOf(office, 5);
      const [first, second] = [batch(office, 0, log.slice(0, 3)), batch(office, 3, log.slice(3))];
      let cursor = await store().seals.append([first], await held(), to);
      expect(cursor?.position).toEqual(to);
      expect(await store().seals.head(office)).toEqual(first.head);
      cursor = cursor && (await store().seals.append([second], cursor, { ...to, version: 2 }));
      expect(cursor?.position).toEqual({ ...to, version: 2 });
      expect(await store().seals.head(office)).toEqual(second.head);
    });

    test('are read page by page, each checkpoint after its last row, and of one office only', async () => {
      const [office, neighbour] = [newId(), newId()];
      const log = await logOf(office, 5);
      const others = await logOf(neighbour, 1);
      const batches = [batch(office, 0, log.slice(0, 3)), batch(neighbour, 0, others)];
      const cursor = await store().seals.append(batches, await held(), to);
      if (cursor) await store().seals.append([batch(office, 3, log.slice(3))], cursor, to);
      const [a, b, c, d, e] = log.map(row);
      const { seals } = store();
      expect(await seals.read(office, 0, 9)).toEqual([a, b, c, signed(3), d, e, signed(5)]);
      expect(await seals.read(office, 0, 2)).toEqual([a, b]);
      expect(await seals.read(office, 2, 2)).toEqual([c, signed(3), d]);
      expect(await seals.read(office, 0, 3)).toEqual([a, b, c, signed(3)]);
      expect(await seals.read(office, 3, 3)).toEqual([d, e, signed(5)]);
      expect(await seals.read(office, 5, 3)).toEqual([]);
      expect(await seals.read(neighbour, 0, 9)).toEqual([...others.map(row), signed(1)]);
    });

    test('of one who no longer holds the cursor are not written', async () => {
      const office = newId();
      const log = await logOf(office, 1);
      const lost = await held();
      const taken = await store().feed.hold({ consumer: lost.consumer, now: at(2), until: at(3) });
      expect(await store().seals.append([batch(office, 0, log)], lost, to)).toBeUndefined();
      expect(await store().seals.head(office)).toEqual({ size: 0, frontier: [] });
      expect(await store().seals.read(office, 0, 9)).toEqual([]);
      expect(taken && (await store().seals.append([batch(office, 0, log)], taken, to))).toBeDefined();
    });

    test('that do not go on from the head are not written, nor is anything else of that call', async () => {
      const [office, neighbour] = [newId(), newId()];
      const log = await logOf(office, 4);
      const others = await logOf(neighbour, 1);
      await store().seals.append([batch(office, 0, log.slice(0, 2))], await held(), to);
      for (const from of [0, 1, 3]) {
        const cursor = await held();
        const both = [batch(neighbour, 0, others), batch(office, from, log.slice(2))];
        expect(await store().seals.append(both, cursor, to)).toBeUndefined();
        await store().feed.release(cursor);
        const again = await store().feed.hold({ consumer: cursor.consumer, now: at(0), until: at(1) });
        expect(again?.position).toBeUndefined();
      }
      expect(await store().seals.head(neighbour)).toEqual({ size: 0, frontier: [] });
      expect(await store().seals.read(neighbour, 0, 9)).toEqual([]);
      expect((await store().seals.head(office)).size).toBe(2);
    });

    test('of two sealers who go on from one head, one wins', async () => {
      const office = newId();
      const log = await logOf(office, 2);
      const cursors = await Promise.all([held(), held()]);
      const sealed = await Promise.all(
        cursors.map((cursor, index) => store().seals.append([batch(office, 0, log.slice(0, index + 1))], cursor, to)),
      );
      expect(sealed.filter((cursor) => cursor !== undefined)).toHaveLength(1);
    });

    test('keep their place when a case is erased', async () => {
      const office = newId();
      const commit = sampleCommit({ office });
      await store().commit(commit);
      await store().seals.append([batch(office, 0, [commit.log])], await held(), to);
      await store().commit({ ...sampleCommit({ office, case: commit.case.id, version: 2 }), erase: [] });
      const bare = { ...commit.log, personal: {}, salt: null };
      expect(await store().seals.read(office, 0, 9)).toEqual([{ index: 0, row: bare }, signed(1)]);
    });
  });
}
