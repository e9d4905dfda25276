import { afterAll, beforeAll, expect, it } from 'vitest';
import { MemoryStore, may } from '../../packages/kernel/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { ask, nameOf } from '../matrix/ask.ts';
import { type HouseOfTwo, houseOfTwo, type LetIn } from '../matrix/house.ts';
import { rows } from '../matrix/rows.ts';

// Visitors left the visitor page of a kiosk, and what stood behind it took them for its administrator (X-Force Red).

let house: HouseOfTwo;
beforeAll(async () => {
  house = await houseOfTwo(new MemoryStore(), new MemoryDirectory());
}, 60_000);
afterAll(() => house.stop());

it('kiosk escape: who leaves the kiosk’s page finds nothing behind it that its device could open', async () => {
  const kiosk = house.callers.kiosk ?? {};
  const { 'front-office-surface': _asKiosk, ...atAnotherPage } = kiosk;
  const token = /device=(.+)$/.exec(kiosk.cookie ?? '')?.[1] ?? '';
  const actor = await house.actorOf('kiosk');
  expect([...actor.capabilities].sort()).toEqual(['devices.self', 'hosts.search', 'office.read', 'visits.checkInSelf']);

  for (const route of house.routes) {
    const row = rows[nameOf(route)]?.(house.ownIds) ?? {};
    const codeFor = async (as: LetIn) => [nameOf(route), (await ask(house.base, route, row, { as })).code];
    if (!may(actor, route.needs)) expect(await codeFor(kiosk)).toEqual([nameOf(route), 'not_permitted']);
    // The desk's pages on the same machine ask without saying that they are a kiosk; a thief brings the token by hand.
    const session = { ...atAnotherPage, cookie: `__Host-front-office-session=${token}` };
    for (const as of [atAnotherPage, session, { authorization: `Bearer ${token}` }])
      expect(await codeFor(as)).toEqual([nameOf(route), 'not_signed_in']);
  }

  // No door of a person opens either, nor does it learn who else works at this machine.
  for (const door of house.doors.filter(({ opensTo }) => opensTo === 'session' || opensTo === 'browser')) {
    const { code } = await ask(house.base, door, {}, { as: kiosk });
    expect([nameOf(door), code]).toEqual([nameOf(door), 'not_signed_in']);
  }
});
