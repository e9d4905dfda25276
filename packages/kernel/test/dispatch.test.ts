import { newId } from '@front-office/values';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { actor, scene } from '../src/testing/index.ts';
import { parcels, shelves } from './parcel.ts';

const clerk = actor('clerk', 'parcels.accept', 'parcels.keep', 'parcels.plan');
const courier = actor('courier', 'parcels.accept');

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
    await at.minutesPass(1);
    expect(await at.facts(parcel)).toContain('addresseeReminded');
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
    expect(await at.kernel.fireDueTimers()).toBe(0);
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
