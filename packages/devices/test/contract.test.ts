import type { Actor, Route } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/contract.ts';
import { DeviceLine, DeviceQuery, devices, devicesModule } from '../src/index.ts';
import { memoryTokens, plainSettings } from '../src/testing.ts';
import { house, lead, room, site } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([devicesModule]) });
});
afterAll(() => database.drop());

/** A house on the database that all tests of this file share, asked through its routes. */
function askedHouse() {
  const tokens = memoryTokens();
  const store = createPostgresStore({ pool: database.pool });
  const at = house({ store, tokens });
  const ask = (who: Actor, path: string, input: object = {}) => {
    const route: Route | undefined = routes.find((each) => each.method === 'GET' && each.path === path);
    if (!route) throw new Error(`no route ${path}`);
    const asked = { kernel: at.kernel, office: at.office, actor: who, request: '', query: store.query(at.office) };
    // As the HTTP adapter does: the input is parsed by the route's own schema.
    return route.run(asked, route.input.parse(input) as never);
  };
  const list = (wish: object = {}) =>
    ask(lead, '/devices', wish) as Promise<{ devices: DeviceLine[]; next: string | null }>; // the route says so
  return { ...at, tokens, ask, list };
}

const itself = (device: string): Actor => ({ ...actor(device, 'devices.self'), kind: 'device' });

describe('the list of devices', () => {
  it('says where each stands, and which one was not seen for three minutes', async () => {
    const at = askedHouse();
    const device = await at.paired();
    await at.does(lead, devices, 'place', { site, room }, device);
    await at.minutesPass(2);
    const line = {
      device,
      state: 'paired',
      since: '2026-06-30T07:00:00.000Z',
      kind: 'kiosk',
      name: 'Kiosk am Eingang',
      site,
      room,
    };
    expect(await at.list()).toEqual({ devices: [{ ...line, lastSeenAt: null, silent: false }], next: null });
    const lastSeenAt = at.clock.now();
    at.tokens.sees(device, lastSeenAt);
    await at.minutesPass(2);
    expect(await at.list()).toEqual({ devices: [{ ...line, lastSeenAt, silent: false }], next: null });
    await at.minutesPass(1);
    expect(await at.list()).toEqual({ devices: [{ ...line, lastSeenAt, silent: true }], next: null });
    expect((await at.list()).devices.map((each) => DeviceLine.parse(each))).toHaveLength(1);
  });

  it('follows a device from state to state', async () => {
    const at = askedHouse();
    const where = async () => {
      const pages = ['offered', 'lapsed', 'paired', 'revoked'].map((state) => at.list({ state }));
      return (await Promise.all(pages)).flatMap((page) => page.devices.map(({ state, since }) => [state, since]));
    };
    const device = await at.offered();
    expect(await where()).toEqual([['offered', '2026-06-30T07:00:00.000Z']]);
    await at.clockStrikes('2026-06-30T09:30:00+02:00');
    expect(await where()).toEqual([['lapsed', '2026-06-30T07:10:00.000Z']]);
    await at.does(lead, devices, 'offerAgain', {}, device);
    await at.pairs(device);
    expect(await where()).toEqual([['paired', '2026-06-30T07:30:00.000Z']]);
    await at.clockStrikes('2026-06-30T10:00:00+02:00');
    await at.revokes(device);
    expect(await where()).toEqual([['revoked', '2026-06-30T08:00:00.000Z']]);
    expect((await at.list({ state: 'revoked' })).devices[0]?.silent).toBe(false);
  });

  it('shows a page at a time, each device once', async () => {
    const at = askedHouse();
    const paired = [];
    for (let n = 0; n < 7; n++) {
      paired.push(await at.paired(`Tablet ${n}`));
      if (n % 3 === 0) await at.minutesPass(1); // some in the same millisecond
    }
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await at.list({ limit: 3, ...(after && { after }) });
      seen.push(...page.devices.map(({ device }) => device));
      after = page.next;
    } while (after);
    expect(seen.toSorted()).toEqual(paired.toSorted());
  });

  it('forgets a device that is erased, and never shows another office’s', async () => {
    const at = askedHouse();
    const device = await at.paired();
    expect((await askedHouse().list()).devices).toEqual([]);
    const outcome = await at.kernel.erase(devices, { office: at.office, actor: lead, request: newId(), case: device });
    expect(outcome.refused).toBeUndefined();
    expect((await at.list()).devices).toEqual([]);
  });

  it('keeps the offices apart in its table', async () => {
    expect(await openWalls(database.pool)).toEqual([]);
  });

  it.each(['nonsense', '2026~x', '~', "2026-06-30T07:00:00Z~'; drop table devices.device; --"])(
    'refuses the cursor %s',
    (after) => {
      expect(DeviceQuery.safeParse({ after }).success).toBe(false);
    },
  );
});

describe('what a device asks about itself', () => {
  const notFound = { refused: { code: 'not_found', figures: {} } };

  it('is its name, its place and its settings as the desk has set them', async () => {
    const at = askedHouse();
    const device = await at.paired();
    const settings = { ...plainSettings, highContrast: true };
    await at.does(lead, devices, 'configure', { settings }, device);
    expect(await at.ask(itself(device), '/devices/me')).toEqual({
      device,
      kind: 'kiosk',
      name: 'Kiosk am Eingang',
      site,
      room: null,
      settings,
    });
  });

  it('is answered while it is paired, and not before or after', async () => {
    const at = askedHouse();
    const device = await at.offered();
    expect(await at.ask(itself(device), '/devices/me')).toEqual(notFound);
    await at.pairs(device);
    expect(await at.ask(itself(device), '/devices/me')).toMatchObject({ device });
    await at.revokes(device);
    expect(await at.ask(itself(device), '/devices/me')).toEqual(notFound);
  });

  it('is nothing for a person, whatever their id is', async () => {
    const at = askedHouse();
    const device = await at.paired();
    expect(await at.ask(actor(device, 'devices.self'), '/devices/me')).toEqual(notFound);
    expect(await at.ask(actor('lead', 'devices.self'), '/devices/me')).toEqual(notFound);
  });
});

it('a device may ask about itself and nothing else; nobody pairs by a route', () => {
  expect(routes.map(({ method, path, needs }) => `${method} ${path} ${needs}`)).toEqual([
    'GET /devices/me devices.self',
    'GET /devices devices.manage',
    'POST /devices devices.manage',
    'GET /devices/{device} devices.manage',
    'POST /devices/{device}/offer-again devices.manage',
    'POST /devices/{device}/rename devices.manage',
    'POST /devices/{device}/place devices.manage',
    'POST /devices/{device}/configure devices.manage',
    'POST /devices/{device}/revoke devices.manage',
  ]);
});
