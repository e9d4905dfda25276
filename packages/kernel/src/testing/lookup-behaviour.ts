import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Lookup } from '../read.ts';
import type { Commit, Store } from '../store.ts';
import { sampleCommit } from './sample-commit.ts';

/** What a lookup finds in the same round trip that loads a case. */
export function describeLookups(store: () => Store): void {
  describe('lookups', () => {
    const done = async (...commits: readonly Commit[]) => {
      for (const commit of commits) expect(await store().commit(commit)).toEqual({ done: true });
    };
    const find = async (office: string, lookup: Omit<Lookup, 'limit'> & { limit?: number }, caseId?: string) => {
      const loaded = await store().load({
        office,
        workflow: 'parcel',
        case: caseId,
        lookups: [{ limit: 10, ...lookup }],
      });
      return loaded.found[0]?.map(({ id }) => id);
    };

    test('find by id, by key and by prefix, in the order of keys, each record once', async () => {
      const office = newId();
      const record = { office, workflow: 'person' };
      const mueller = sampleCommit({ ...record, keys: ['anna', 'mueller', 'muller'], context: { room: 'A' } });
      const maier = sampleCommit({ ...record, keys: ['maier', 'anna'] });
      const meadow = sampleCommit({ office, workflow: 'room', keys: ['meadow'] });
      await done(mueller, maier, meadow);
      const by = (how: Lookup['by'], value: string, limit = 10) =>
        find(office, { record: 'person', by: how, value, limit });
      expect(await by('prefix', 'm')).toEqual([maier.case.id, mueller.case.id]);
      expect(await by('prefix', 'm', 1)).toEqual([maier.case.id]);
      expect(await by('prefix', 'mu')).toEqual([mueller.case.id]);
      expect(await by('prefix', 'M%')).toEqual([]);
      expect(await by('key', 'anna')).toEqual([mueller.case.id, maier.case.id].sort());
      expect(await by('key', 'ann')).toEqual([]);
      expect(await by('id', maier.case.id)).toEqual([maier.case.id]);
      expect(await by('id', meadow.case.id)).toEqual([]);
      expect(await by('id', 'no id at all')).toEqual([]);
      const lookups = [{ record: 'person', by: 'id' as const, value: mueller.case.id, limit: 1 }];
      const { found } = await store().load({ office, workflow: '', lookups });
      expect(found).toEqual([[{ id: mueller.case.id, version: 1, data: { room: 'A' } }]]);
    });

    test('take their value from the context of the loaded case, when it is a text', async () => {
      const office = newId();
      const host = sampleCommit({ office, workflow: 'person', keys: ['name:anna'] });
      const context = { name: 'name:anna', begins: 'name:', host: host.case.id, count: 3 };
      const loaded = sampleCommit({ office, context });
      await done(host, loaded);
      const from = (by: Lookup['by'], key: string) =>
        find(office, { record: 'person', by, value: { context: key } }, loaded.case.id);
      expect(await from('key', 'name')).toEqual([host.case.id]);
      expect(await from('prefix', 'begins')).toEqual([host.case.id]);
      expect(await from('id', 'host')).toEqual([host.case.id]);
      for (const key of ['count', 'missing', '0']) expect(await from('key', key)).toEqual([]);
      expect(await from('id', 'name')).toEqual([]);
    });

    test('follow a change of keys, and a commit without keys leaves them', async () => {
      const office = newId();
      const person = { office, workflow: 'person', case: newId() };
      await done(
        sampleCommit({ ...person, keys: ['old', 'both'] }),
        sampleCommit({ ...person, version: 2, keys: ['both', 'new', 'new'] }),
        sampleCommit({ ...person, version: 3 }),
      );
      const by = (value: string) => find(office, { record: 'person', by: 'key', value });
      expect([await by('old'), await by('both'), await by('new')]).toEqual([[], [person.case], [person.case]]);
      await done(sampleCommit({ ...person, version: 4, keys: [] }));
      expect(await by('both')).toEqual([]);
    });
  });
}
