import { newId } from '@front-office/values';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { defineRecord } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { parcels, shelves } from './parcel.ts';

const clerk = actor('clerk', 'parcels.accept', 'parcels.keep', 'parcels.plan');
const courier = actor('courier', 'parcels.accept');

/** Beside the shelves: another kind of record with the same data. */
const annex = {
  schema: z.strictObject({ name: z.string(), full: z.boolean() }),
  create: 'parcels.plan',
  change: 'parcels.plan',
  read: 'parcels.keep',
} as const;

async function parcelRoom() {
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [parcels, shelves] });
  const shelf = await at.begins(clerk, shelves, 'create', { name: 'A', full: false });
  return { at, shelf };
}

describe('dispatch', () => {
  it('writes one log row a command, versions without gaps', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    await at.does(clerk, parcels, 'handOver', { to: 'Ben' }, parcel);
    const log = await at.store.log(at.office, parcel);
    expect(log.map(({ version, command, state }) => [version, command, state])).toEqual([
      [1, 'accept', 'kept'],
      [2, 'handOver', 'handedOver'],
    ]);
  });

  it('the same request again gives the first answer and does nothing', async () => {
    const { at, shelf } = await parcelRoom();
    const request = newId();
    const first = await at.does(clerk, parcels, 'accept', { addressee: 'Anna', shelf }, undefined, request);
    const again = await at.does(clerk, parcels, 'accept', { shelf, addressee: 'Anna' }, undefined, request);
    expect(again).toEqual(first);
    expect(await at.kernel.list({ office: at.office, workflow: 'parcel', limit: 10 })).toHaveLength(1);
  });

  it('a repeated request is answered as it was, although the case has moved on', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    const request = newId();
    const first = await at.does(clerk, parcels, 'move', { shelf }, parcel, request);
    await at.does(clerk, parcels, 'handOver', { to: 'Ben' }, parcel);
    expect(await at.does(clerk, parcels, 'move', { shelf }, parcel, request)).toEqual(first);
  });

  it('the same request id for another wish, or from somebody else, is refused', async () => {
    const { at, shelf } = await parcelRoom();
    const request = newId();
    await at.does(clerk, parcels, 'accept', { addressee: 'Anna', shelf }, undefined, request);
    const other = await at.does(clerk, parcels, 'accept', { addressee: 'Ben', shelf }, undefined, request);
    const another = await at.does(courier, parcels, 'accept', { addressee: 'Anna', shelf }, undefined, request);
    expect([other.refused?.code, another.refused?.code]).toEqual(['request_reused', 'request_reused']);
  });

  it('the same request id on another case, for another command or of another kind is refused', async () => {
    const { at, shelf } = await parcelRoom();
    const wish = { addressee: 'Anna', shelf };
    const [one, other] = [
      await at.begins(clerk, parcels, 'accept', wish),
      await at.begins(clerk, parcels, 'accept', wish),
    ];
    const data = { name: 'B', full: false };
    const [move, create] = [newId(), newId()];
    await at.does(clerk, parcels, 'move', { shelf }, one, move);
    const made = await at.does(clerk, shelves, 'create', data, undefined, create);
    const annexes = defineRecord({ ...annex, name: 'annex' });
    const answers = [
      await at.does(clerk, parcels, 'move', { shelf }, other, move),
      await at.does(clerk, shelves, 'change', data, made.refused ? '' : made.case, create),
      await at.does(clerk, annexes, 'create', data, undefined, create),
    ];
    expect(answers.map(({ refused }) => refused?.code)).toEqual(Array(3).fill('request_reused'));
  });

  it('asks for the permission before it tells anything of the input', async () => {
    const { at } = await parcelRoom();
    const answer = await at.does(courier, parcels, 'handOver', { nonsense: true } as never, newId());
    expect(answer.refused).toEqual({ code: 'not_permitted', figures: { needs: 'parcels.keep' } });
  });

  it('a record is made by one permission and changed by another, and tells which happened', async () => {
    const { at } = await parcelRoom();
    const annexes = defineRecord({ ...annex, name: 'annex', change: 'parcels.rebuild' });
    const data = { name: 'B', full: false };
    const id = await at.begins(clerk, annexes, 'create', data);
    expect((await at.does(clerk, annexes, 'change', data, id)).refused?.code).toBe('not_permitted');
    const builder = actor('builder', 'parcels.rebuild', 'parcels.keep');
    const answer = await at.does(builder, annexes, 'change', { ...data, full: true }, id);
    expect(answer).toMatchObject({ version: 2, facts: [{ type: 'changed' }] });
    expect(await at.facts(id)).toEqual(['created', 'changed']);
  });

  it('a refusal keeps nothing, so the same request can be tried again when things are better', async () => {
    const { at, shelf } = await parcelRoom();
    await at.does(clerk, shelves, 'change', { name: 'A', full: true }, shelf);
    const request = newId();
    const wish = { addressee: 'Anna', shelf };
    expect((await at.does(clerk, parcels, 'accept', wish, undefined, request)).refused?.code).toBe('shelf_full');
    await at.does(clerk, shelves, 'change', { name: 'A', full: false }, shelf);
    expect((await at.does(clerk, parcels, 'accept', wish, undefined, request)).refused).toBeUndefined();
  });

  it('two hundred people at once on one parcel end as if in a row', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        n === 100
          ? at.does(clerk, parcels, 'handOver', { to: 'Ben' }, parcel)
          : at.does(clerk, parcels, 'move', { shelf }, parcel),
      ),
    );
    expect(answers.filter((answer) => !answer.refused)).toHaveLength(101);
    expect(answers.filter((answer) => answer.refused?.code === 'not_now')).toHaveLength(99);
    expect((await at.case(parcels, parcel)).version).toBe(102);
  });

  it('an actor who may not read the case learns that it worked, and nothing else', async () => {
    const { at, shelf } = await parcelRoom();
    const answer = await at.does(courier, parcels, 'accept', { addressee: 'Anna', shelf });
    expect(answer).toEqual({ case: expect.any(String), version: 1, state: 'kept', tags: [], facts: [] });
  });

  it('another office finds nothing under the id', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    const elsewhere = { office: newId(), actor: clerk, case: parcel };
    const unknown = { office: at.office, actor: clerk, case: newId() };
    const ask = (asked: { office: string; actor: typeof clerk; case: string }) =>
      at.kernel.dispatch(parcels, 'handOver', { to: 'Eve' }, { ...asked, request: newId() });
    expect(await ask(elsewhere)).toEqual(await ask(unknown));
    expect(await at.kernel.view(parcels, elsewhere)).toEqual(await at.kernel.view(parcels, unknown));
  });

  it.each([
    ['an unknown field', { addressee: 'Anna', shelf: newId(), colour: 'red' }, 'colour: unrecognized_keys'],
    [
      '__proto__',
      JSON.parse(`{"addressee":"A","shelf":"${newId()}","__proto__":{"x":1}}`),
      '__proto__: unrecognized_keys',
    ],
    ['a wrong type', { addressee: 7, shelf: newId() }, 'addressee: invalid_type'],
    ['a NUL', { addressee: 'A\0', shelf: newId() }, 'addressee: unstorable_text'],
    ['half a surrogate pair', { addressee: '\ud800', shelf: newId() }, 'addressee: unstorable_text'],
    [
      'a NUL further down',
      { addressee: 'A', shelf: newId(), slip: { lines: ['a', 'b\0'] } },
      'slip.lines.1: unstorable_text',
    ],
    ['no object at all', null, ': invalid_type'],
  ])('an input with %s is refused with its field', async (_, input, field) => {
    const { at } = await parcelRoom();
    const answer = await at.does(clerk, parcels, 'accept', input as never);
    expect(answer.refused).toEqual({ code: 'input_invalid', figures: { fields: [field] } });
  });

  it('nobody can take the request id of a timer and keep it from firing', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    const request = `timer:${parcel}:1:xstate.after.remindAfter.parcel.kept`;
    const answer = await at.does(clerk, parcels, 'move', { shelf }, parcel, request);
    expect(answer.refused).toEqual({ code: 'input_invalid', figures: { fields: ['request: reserved'] } });
    const harmless = await at.does(clerk, parcels, 'move', { shelf }, parcel, `my-${request}`);
    expect(harmless.refused).toBeUndefined();
    await at.minutesPass(1);
    expect(await at.facts(parcel)).toContain('addresseeReminded');
  });

  it('only a start makes a case, and it never changes one: its rules and permission are others', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    const wish = { addressee: 'Ben', shelf };
    await expect(at.does(clerk, parcels, 'accept', wish, parcel)).rejects.toThrow('parcel.accept makes a case');
    await expect(at.does(clerk, parcels, 'handOver', { to: 'Ben' })).rejects.toThrow('parcel.handOver needs a case');
    const room = { name: 'B', full: true };
    await expect(at.does(clerk, shelves, 'create', room, shelf)).rejects.toThrow('shelf.create makes a case');
    await expect(at.does(clerk, shelves, 'change', room)).rejects.toThrow('shelf.change needs a case');
    expect(at.store.history(at.office)).toHaveLength(2);
  });

  it('only what changed is written to the work list', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    expect(await at.store.workItems(at.office)).toMatchObject([{ kind: 'parcel.kept', case: parcel }]);
    await at.does(clerk, parcels, 'handOver', { to: 'Ben' }, parcel);
    expect(await at.store.workItems(at.office)).toEqual([]);
  });

  it('a reminder that is due in the same minute as the end of the case does not come after it', async () => {
    const { at, shelf } = await parcelRoom();
    const parcel = await at.begins(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    await at.clockStrikes('2027-01-01T00:00:00+01:00');
    expect(await at.facts(parcel)).toEqual(['parcelAccepted', 'addresseeReminded', 'parcelSentBack']);
    expect(await at.kernel.afterCommit.fireDueTimers()).toBe(0);
  });

  it('the compiler knows commands, inputs, facts and refusal codes', async () => {
    const { at, shelf } = await parcelRoom();
    const answer = await at.does(clerk, parcels, 'accept', { addressee: 'Anna', shelf });
    type Code = NonNullable<typeof answer.refused>['code'];
    expectTypeOf<Extract<Code, 'shelf_full' | 'shelf_unknown' | 'not_now'>>().toEqualTypeOf<
      'shelf_full' | 'shelf_unknown' | 'not_now'
    >();
    expectTypeOf<Extract<Code, 'too_early'>>().toBeNever();
    // @ts-expect-error: there is no such command
    await expect(at.does(clerk, parcels, 'burn', {})).rejects.toThrow('no command "burn"');
    // @ts-expect-error: the addressee is missing
    expect((await at.does(clerk, parcels, 'accept', { shelf })).refused?.code).toBe('input_invalid');
  });
});
