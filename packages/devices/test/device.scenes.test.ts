import { EffectFailed } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { Device, devices } from '../src/index.ts';
import { memoryTokens, plainSettings } from '../src/testing.ts';
import { door, house, kiosk, lead, room, site } from './house.ts';

const elsewhere = newId();

describe('a device', () => {
  it('is offered, paired, configured from the desk and revoked; all of it is on the log, and no secret is', async () => {
    const at = house();
    const device = await at.offered();
    expect(await at.case(devices, device)).toMatchObject({ state: 'offered', tags: ['open'] });
    await at.minutesPass(2);
    expect(await at.pairs(device)).toMatchObject({ state: 'paired', version: 2 });
    const settings = { ...plainSettings, largePrint: true, language: 'en' as const };
    await at.does(lead, devices, 'configure', { settings }, device);
    await at.does(lead, devices, 'rename', { name: '  Kiosk am Nebeneingang ' }, device);
    await at.does(lead, devices, 'place', { site, room }, device);
    const { context } = (await at.case(devices, device)).snapshot;
    expect(Device.parse(context)).toMatchObject({
      name: 'Kiosk am Nebeneingang',
      site,
      room,
      settings,
      since: '2026-06-30T07:02:00.000Z',
      pairedAt: '2026-06-30T07:02:00.000Z',
      reason: null,
    });
    expect(await at.revokes(device)).toMatchObject({ state: 'revoked', tags: [] });
    expect(await at.facts(device)).toEqual([
      'deviceOffered',
      'devicePaired',
      'deviceConfigured',
      'deviceRenamed',
      'devicePlaced',
      'deviceRevoked',
    ]);
    expect(JSON.stringify(await at.store.log(at.office, device))).not.toMatch(/"(code|token|secret|hash)"/i);
  });

  it('that nobody pairs within ten minutes lapses, and pairs with a new code', async () => {
    const at = house();
    const device = await at.offered();
    await at.minutesPass(9);
    expect(await at.state(device)).toBe('offered');
    await at.minutesPass(1);
    expect(await at.state(device)).toBe('lapsed');
    expect((await at.pairs(device)).refused?.code).toBe('not_now');
    await at.minutesPass(60);
    const again = await at.does(lead, devices, 'offerAgain', {}, device);
    expect(again).toMatchObject({ facts: [{ type: 'deviceOffered', until: '2026-06-30T08:20:00.000Z' }] });
    await at.minutesPass(9);
    expect(await at.pairs(device)).toMatchObject({ state: 'paired' });
  });

  it('that is offered again while its code is out has ten minutes from then on', async () => {
    const at = house();
    const device = await at.offered();
    await at.minutesPass(6);
    await at.does(lead, devices, 'offerAgain', {}, device);
    await at.minutesPass(9);
    expect(await at.state(device)).toBe('offered');
    await at.minutesPass(1);
    expect(await at.state(device)).toBe('lapsed');
  });

  it('keeps the minutes that it was offered with, whatever the office sets since', async () => {
    const at = house();
    const device = await at.offered();
    at.setPairingMinutes(1);
    await at.does(lead, devices, 'offerAgain', {}, device);
    await at.minutesPass(9);
    expect(await at.state(device)).toBe('offered');
    const other = await at.offered('Tablet der Ärztin');
    await at.minutesPass(1);
    expect(await at.state(other)).toBe('lapsed');
  });

  it('that was paired stays so, however long that is', async () => {
    const at = house();
    const device = await at.paired();
    await at.clockStrikes('2027-06-30T09:00:00+02:00');
    expect(await at.state(device)).toBe('paired');
  });

  it('can be renamed, placed and configured while its code is out, and after it lapsed', async () => {
    const at = house();
    const device = await at.offered();
    for (const state of ['offered', 'lapsed']) {
      expect(await at.state(device)).toBe(state);
      expect(await at.does(lead, devices, 'rename', { name: `Kiosk ${state}` }, device)).toMatchObject({ state });
      expect(await at.does(lead, devices, 'place', { site }, device)).toMatchObject({ state });
      expect(await at.does(lead, devices, 'configure', { settings: plainSettings }, device)).toMatchObject({ state });
      await at.clockStrikes('2026-06-30T09:10:00+02:00'); // none of it gave the code more time
    }
  });

  it.each([
    ['another site', { site: elsewhere }],
    ['a room that this site has not', { site, room: elsewhere }],
  ])('stands nowhere that the office does not know: %s', async (_, place) => {
    const at = house();
    const refused = { code: 'place_unknown', figures: { room: null, ...place } };
    expect((await at.does(lead, devices, 'offer', { ...kiosk, ...place })).refused).toEqual(refused);
    const device = await at.paired();
    expect((await at.does(lead, devices, 'place', place, device)).refused).toEqual(refused);
  });

  it('is moved out of its room when no room is named', async () => {
    const at = house();
    const device = await at.begins(lead, devices, 'offer', { ...kiosk, room });
    await at.does(lead, devices, 'place', { site }, device);
    expect((await at.case(devices, device)).snapshot.context).toMatchObject({ site, room: null });
  });

  it('is nobody’s business but the lead’s, and nobody but the door pairs it', async () => {
    const at = house();
    const device = await at.offered();
    const desk = actor('desk', 'visits.receive');
    expect((await at.does(desk, devices, 'revoke', { reason: 'lost' }, device)).refused?.code).toBe('not_permitted');
    expect((await at.does(desk, devices, 'offer', kiosk)).refused?.code).toBe('not_permitted');
    expect((await at.does(lead, devices, 'pair', {}, device)).refused?.code).toBe('not_permitted');
    expect((await at.does(door, devices, 'rename', { name: 'Meins' }, device)).refused?.code).toBe('not_permitted');
    expect(await at.pairs(device)).toMatchObject({ facts: [], tags: [] }); // the door learns no more than that it worked
  });

  it.each(['', '   ', '–––', 'a\nb', 'a\u202eb', 'x'.repeat(61)])('is not called %j', async (name) => {
    const at = house();
    expect((await at.does(lead, devices, 'offer', { ...kiosk, name })).refused?.code).toBe('input_invalid');
  });

  it.each([14, 301, 30.5])('is not left alone for %d seconds', async (idleSeconds) => {
    const at = house();
    const settings = { ...plainSettings, idleSeconds };
    expect((await at.does(lead, devices, 'offer', { ...kiosk, settings })).refused?.code).toBe('input_invalid');
  });
});

describe('revoking', () => {
  it('ends the token of this device, and of no other', async () => {
    const tokens = memoryTokens();
    const at = house({ tokens });
    const [device, other] = [await at.paired(), await at.paired('Anzeige im Flur')];
    await at.revokes(device);
    await at.kernel.afterCommit.settle();
    expect([...tokens.ended]).toEqual([[device, 1]]);
    expect(await at.state(other)).toBe('paired');
  });

  it('ends it also when the directory was away, and then again when nobody could say whether it did', async () => {
    let away = true;
    let asked = 0;
    const tokens = memoryTokens(() => {
      asked += 1;
      if (away) throw new EffectFailed('directory_away');
    });
    const at = house({ tokens });
    const device = await at.paired();
    await at.revokes(device);
    await at.kernel.afterCommit.settle();
    expect({ asked, ended: tokens.ended.size, state: await at.state(device) }).toEqual({
      asked: 1,
      ended: 0,
      state: 'revoked',
    });
    away = false;
    await at.minutesPass(1);
    expect({ asked, ended: [...tokens.ended] }).toEqual({ asked: 2, ended: [[device, 1]] });
  });

  it('leaves what somebody noted apart from its log row, so that it can be erased', async () => {
    const at = house();
    const device = await at.paired();
    await at.does(lead, devices, 'revoke', { reason: 'lost', note: 'Zuletzt bei Anna Beispielmüller' }, device);
    expect((await at.store.log(at.office, device)).map(({ personal }) => personal)).toEqual([
      {},
      {},
      { '/input/note': 'Zuletzt bei Anna Beispielmüller' },
    ]);
  });

  it('ends no token while a code merely lapses', async () => {
    const tokens = memoryTokens();
    const at = house({ tokens });
    await at.offered();
    await at.clockStrikes('2026-06-30T12:00:00+02:00');
    expect(tokens.ended.size).toBe(0);
  });
});
