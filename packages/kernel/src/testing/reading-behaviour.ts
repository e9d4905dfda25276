import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Labels } from '../reading.ts';
import type { Commit, Store, WorkItem } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

const item = (label: string | null): WorkItem => ({
  kind: 'waiting',
  due: sampleCommit({ office: newId() }).log.at,
  needs: 'parcels.manage',
  assignee: null,
  label,
});

const nobody: Labels = new Set();
const eyes = (...labels: readonly string[]): Labels => new Set(labels);

/** Who may not read a label sees no row that has it, wherever the rows are asked for. */
export function describeReading(store: () => Store): void {
  describe('reading with labels', () => {
    /** One case without a label, and one for each of these. */
    async function officeWith(...labels: readonly string[]) {
      const office = newId();
      const commits = [undefined, ...labels].map((label) =>
        sampleCommit({
          office,
          ...(label !== undefined && { label }),
          keys: ['name:anna'],
          workItems: { put: [item(label ?? null)], drop: [] },
        }),
      );
      for (const commit of commits) expect(await store().commit(commit)).toEqual({ done: true });
      return { office, commits, idOf: (label: string | null) => labelled(commits, label).case.id };
    }

    const labelled = (commits: readonly Commit[], label: string | null) => {
      const found = commits.find((commit) => commit.case.label === label);
      if (found === undefined) throw new Error(`no case labelled ${label}`);
      return found;
    };

    const seenBy = async (office: string, labels: Labels | undefined) => {
      const page = { office, workflow: 'parcel', limit: 9, labels };
      const lookup = { record: 'parcel', by: 'key', value: 'name:anna', limit: 9 } as const;
      const [listed, open, found, items] = await Promise.all([
        store().list(page),
        store().list({ ...page, tag: 'open' }),
        store().load({ office, workflow: '', lookups: [lookup], labels }),
        store().workItems(office, labels),
      ]);
      const sorted = (ids: readonly string[]) => [...ids].sort();
      const ids = sorted(listed.map(({ id }) => id));
      expect(sorted(open.map(({ id }) => id))).toEqual(ids);
      expect(sorted((found.found[0] ?? []).map(({ id }) => id))).toEqual(ids);
      expect(sorted(items.map(({ case: id }) => id))).toEqual(ids);
      return ids;
    };

    test('lists, lookups and work items hold back what has a label the reader lacks', async () => {
      const { office, idOf } = await officeWith('vip', 'custody:5b-017');
      const all = [idOf(null), idOf('vip'), idOf('custody:5b-017')].sort();
      expect(await seenBy(office, nobody)).toEqual([idOf(null)]);
      expect(await seenBy(office, eyes('vip'))).toEqual([idOf(null), idOf('vip')].sort());
      expect(await seenBy(office, eyes('vip', 'custody:5b-017', 'other'))).toEqual(all);
      expect(await seenBy(office, 'all')).toEqual(all);
      expect(await seenBy(office, undefined)).toEqual(all);
    });

    test('part of a label, several at once and a star are no label', async () => {
      const { office, idOf } = await officeWith('vip');
      for (const labels of [eyes('vi'), eyes('vipx'), eyes('VIP'), eyes('%'), eyes('')])
        expect(await seenBy(office, labels)).toEqual([idOf(null)]);
    });

    test('a page is full although rows before it are held back', async () => {
      const { office, idOf } = await officeWith('vip', 'vip', 'vip');
      const page = await store().list({ office, workflow: 'parcel', limit: 1, labels: nobody });
      expect(page.map(({ id }) => id)).toEqual([idOf(null)]);
    });

    test('a case comes with its label, and with another one after it was changed', async () => {
      const { office, idOf } = await officeWith('vip');
      const id = idOf('vip');
      const label = async () => (await store().load({ office, workflow: 'parcel', case: id, lookups: [] })).case?.label;
      expect(await label()).toBe('vip');
      await store().commit(sampleCommit({ office, case: id, version: 2, label: 'sequestered' }));
      expect(await label()).toBe('sequestered');
      await store().commit(sampleCommit({ office, case: id, version: 3 }));
      expect(await label()).toBeNull();
    });

    test('the feed tells the labels that cases have now', async () => {
      const { office, idOf, commits } = await officeWith('vip');
      const positions = commits.map(({ case: { id } }) => ({ tx: '0', office, case: id, version: 1 }));
      expect(await store().feed.labels(positions)).toEqual(new Map([[idOf('vip'), 'vip']]));
      expect(await store().feed.labels([])).toEqual(new Map());
    });
  });
}
