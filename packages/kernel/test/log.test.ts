import { leafOf, putBack } from '@front-office/sealed-log';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asSaid, freeText, personal } from '../src/index.ts';
import { personalPaths, takeOut } from '../src/personal.ts';
import { actor, scene } from '../src/testing/index.ts';
import { parcels, shelves } from './parcel.ts';

const clerk = actor('clerk', 'parcels.accept', 'parcels.keep', 'parcels.plan');

async function handedOver() {
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [parcels, shelves] });
  const shelf = await at.begins(clerk, shelves, 'create', { name: 'A', full: false });
  const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna Musterfrau', shelf });
  await at.does(clerk, parcels, 'handOver', { to: 'Ben Beispiel' }, parcel);
  return at.store.log(at.office, parcel);
}

describe('a log row', () => {
  it('keeps personal fields beside it, and is whole again when they are put back', async () => {
    const [accept, handOver] = await handedOver();
    expect(accept?.personal).toEqual({ '/input/addressee': 'Anna Musterfrau' });
    expect(handOver?.personal).toEqual({ '/input/to': 'Ben Beispiel', '/facts/0/to': 'Ben Beispiel' });
    expect(JSON.stringify({ ...handOver, personal: null })).not.toContain('Ben');
    expect(handOver && asSaid(handOver)).toMatchObject({
      input: { to: 'Ben Beispiel' },
      facts: [{ to: 'Ben Beispiel' }],
    });
  });

  it('has a leaf that commits to every field, personal ones too, under its own salt', async () => {
    const rows = await handedOver();
    for (const row of rows) expect(leafOf(row.salt ?? new Uint8Array(), asSaid(row))).toEqual(Buffer.from(row.leaf));
    const [row] = rows;
    if (!row) throw new Error('no row');
    const said = asSaid(row);
    const leaf = leafOf(row.salt ?? new Uint8Array(), said).toString('hex');
    expect(
      leafOf(row.salt ?? new Uint8Array(), {
        ...said,
        input: { ...(said.input as object), addressee: 'Anna Musterfran' },
      }).toString('hex'),
    ).not.toBe(leaf);
    expect(leafOf(row.salt ?? new Uint8Array(), { ...said, state: 'sentBack' }).toString('hex')).not.toBe(leaf);
    expect(leafOf(Buffer.alloc(16), said).toString('hex')).not.toBe(leaf);
  });
});

describe('personal fields', () => {
  const schema = z.strictObject({
    name: personal(z.strictObject({ given: z.string(), family: z.string() })),
    guests: z.array(z.strictObject({ name: personal(z.string()), age: z.number() })),
    contacts: z.record(z.string(), personal(z.string())),
    note: freeText().nullable().optional(),
    room: z.string(),
  });

  it('are found through objects, arrays, records and wrappers', () => {
    expect(personalPaths(schema)).toEqual([['name'], ['guests', '*', 'name'], ['contacts', '*'], ['note']]);
  });

  it('stay personal when more is asked of them', () => {
    const name = personal(z.string());
    const schema = z.object({ a: name.min(1), b: name.trim().max(9), c: name.refine((text) => text !== ''), d: name });
    expect(personalPaths(schema)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('are found in unions, pipes and what cannot be written', () => {
    const either = z.union([z.object({ name: personal(z.string()) }), z.object({ nick: personal(z.string()) })]);
    const piped = z.string().transform(Number).pipe(personal(z.number()));
    expect(personalPaths(z.object({ either, piped, fixed: personal(z.string()).readonly().default('x') }))).toEqual([
      ['either', 'name'],
      ['either', 'nick'],
      ['piped'],
      ['fixed'],
    ]);
  });

  it('in a list leave a gap, so that the others keep their places; what was not said leaves nothing', () => {
    const paths = personalPaths(z.object({ names: z.array(personal(z.string())), note: freeText().optional() }));
    const whole = { names: ['Anna', 'Ben'], note: undefined };
    const fields = {};
    const rest = takeOut(whole, paths, '/input', fields);
    expect(rest).toEqual({ names: [null, null] });
    expect(fields).toStrictEqual({ '/input/names/0': 'Anna', '/input/names/1': 'Ben' });
    expect(putBack(rest, '/input', fields)).toEqual({ names: ['Anna', 'Ben'] });
  });

  it('leave a shared schema unmarked elsewhere', () => {
    const Name = z.string();
    personal(Name);
    expect(personalPaths(z.object({ product: Name }))).toEqual([]);
  });

  it('come back to where they were, with awkward keys too, and never twice', () => {
    const whole = {
      name: { given: 'Anna', family: 'Beispiel' },
      guests: [
        { name: 'Ben', age: 3 },
        { name: 'Cem', age: 4 },
      ],
      contacts: { 'a/b': 'x', 'c~d': 'y' },
      room: '1',
    };
    const fields = {};
    const rest = takeOut(whole, personalPaths(schema), '/input', fields);
    expect(rest).toEqual({ guests: [{ age: 3 }, { age: 4 }], contacts: {}, room: '1' });
    expect(putBack(rest, '/input', fields)).toEqual(whole);
    expect(putBack(rest, '/input', {})).toEqual(rest);
    expect(putBack({ type: 'x' }, '/facts/1', { '/facts/10/name': 'Zoe' })).toEqual({ type: 'x' });
  });
});
