import { MemoryStore } from '@front-office/kernel';
import { describeStore, sampleCommit } from '@front-office/kernel/store-behaviour';
import { newId } from '@front-office/values';
import { expect, it } from 'vitest';

describeStore('the memory store', async () => new MemoryStore());

it('what it answers is a copy, as from a database: changing that changes nothing that is stored', async () => {
  const store = new MemoryStore();
  const commit = sampleCommit({ office: newId(), context: { room: 'A' } });
  await store.commit(commit);
  const { office, id, workflow } = commit.case;
  const load = async () => (await store.load({ office, workflow, case: id, lookups: [] })).case;
  Object.assign((await load())?.snapshot.context ?? {}, { room: 'B' });
  expect((await load())?.snapshot.context).toEqual({ room: 'A' });
});
