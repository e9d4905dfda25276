import { createKernel, MemoryStore, type Store } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devices, devicesModule, pairedDevice } from '../src/index.ts';
import { memoryTokens, plainSettings } from '../src/testing.ts';
import { door, house, kiosk, lead } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([devicesModule]) });
});
afterAll(() => database.drop());

const stores: readonly (readonly [string, () => Store])[] = [
  ['in memory', () => new MemoryStore()],
  ['in PostgreSQL', () => createPostgresStore({ pool: database.pool })],
];

describe.each(stores)('%s', (_, open) => {
  it('a device is offered, lapses, is offered again, paired, configured and revoked, and its token ends', async () => {
    const tokens = memoryTokens();
    const at = house({ store: open(), tokens });
    const device = await at.offered();
    await at.minutesPass(10);
    expect(await at.state(device)).toBe('lapsed');
    await at.does(lead, devices, 'offerAgain', {}, device);
    expect(await at.pairs(device)).toMatchObject({ state: 'paired' });
    await at.does(lead, devices, 'configure', { settings: { ...plainSettings, idleSeconds: 120 } }, device);
    await at.minutesPass(10);
    expect(await pairedDevice(at.kernel, at.office, device)).toMatchObject({ settings: { idleSeconds: 120 } });
    await at.revokes(device);
    expect(await pairedDevice(at.kernel, at.office, device)).toBeUndefined();
    await at.kernel.afterCommit.settle();
    expect([...tokens.ended]).toEqual([[device, 1]]);
  });

  it('of two servers that pair one device at once, one does', async () => {
    const at = house({ store: open() });
    const device = await at.offered();
    const { store, clock, office } = at;
    const servers = [1, 2].map(() =>
      createKernel({ store, now: clock.now, definitions: [devices], ports: at.kernel.ports }),
    );
    const answers = await Promise.all(
      servers.map((server) =>
        server.dispatch(devices, 'pair', {}, { office, actor: door, request: newId(), case: device }),
      ),
    );
    expect(answers.map(({ refused }) => refused?.code).sort()).toEqual(['not_now', undefined]);
  });

  it('a device pairs, or its code lapses, when both happen at once: one of them, and it stays so', async () => {
    const at = house({ store: open() });
    const { store, clock, office } = at;
    const device = await at.offered();
    // The door's server has a clock that is a moment behind the other's.
    clock.set('2026-06-30T09:10:00+02:00');
    const behind = new ManualClock('2026-06-30T09:09:59.999+02:00');
    const doors = createKernel({ store, now: behind.now, definitions: [devices], ports: at.kernel.ports });
    const [answer] = await Promise.all([
      doors.dispatch(devices, 'pair', {}, { office, actor: door, request: newId(), case: device }),
      at.kernel.afterCommit.settle(),
    ]);
    expect(await at.state(device)).toBe(answer.refused ? 'lapsed' : 'paired');
    expect(await at.facts(device)).toEqual(['deviceOffered', answer.refused ? 'deviceOfferLapsed' : 'devicePaired']);
  });

  it('another office knows nothing of a device', async () => {
    const at = house({ store: open() });
    const device = await at.paired();
    const asked = { office: newId(), actor: lead, request: newId(), case: device };
    expect(await pairedDevice(at.kernel, asked.office, device)).toBeUndefined();
    expect(await at.kernel.dispatch(devices, 'revoke', { reason: 'lost' }, asked)).toEqual({
      refused: { code: 'not_found', figures: {} },
    });
    expect(await pairedDevice(at.kernel, at.office, device)).toMatchObject({ name: kiosk.name });
  });
});
