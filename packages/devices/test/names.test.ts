import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devices, devicesModule } from '../src/index.ts';
import { house as anyHouse, kiosk, lead } from './house.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([devicesModule]) });
});
afterAll(() => database.drop());

const house = () => anyHouse({ store: createPostgresStore({ pool: database.pool }) });
const taken = { refused: { code: 'device_name_taken', figures: {} } };

describe('the name of a device', () => {
  it.each(['Kiosk Süd', 'kiosk sued', ' KIOSK-SÜD '])('is taken by %j, however that is written', async (name) => {
    const at = house();
    await at.offered('Kiosk Süd');
    expect(await at.does(lead, devices, 'offer', { ...kiosk, name })).toEqual(taken);
  });

  it('of two leads who give the same at once, one does', async () => {
    const at = house();
    const answers = await Promise.all(['a', 'b'].map(() => at.does(lead, devices, 'offer', kiosk)));
    expect(answers.map(({ refused }) => refused?.code).sort()).toEqual(['device_name_taken', undefined]);
  });

  it('is not taken from another when one is renamed; its own may be written otherwise', async () => {
    const at = house();
    const [device] = [await at.paired('Kiosk Süd'), await at.paired('Kiosk Nord')];
    expect(await at.does(lead, devices, 'rename', { name: 'Kiosk Nord' }, device)).toEqual(taken);
    expect((await at.case(devices, device)).snapshot.context.name).toBe('Kiosk Süd');
    expect(await at.does(lead, devices, 'rename', { name: 'KIOSK SÜD' }, device)).toMatchObject({ state: 'paired' });
  });

  it('is free again once its device is revoked', async () => {
    const at = house();
    await at.revokes(await at.paired());
    expect(await at.does(lead, devices, 'offer', kiosk)).toMatchObject({ state: 'offered' });
  });

  it('is free once its code has lapsed; then the first of the two has to be renamed to be offered again', async () => {
    const at = house();
    const first = await at.offered();
    await at.clockStrikes('2026-06-30T09:10:00+02:00');
    await at.paired();
    expect(await at.does(lead, devices, 'offerAgain', {}, first)).toEqual(taken);
    expect(await at.state(first)).toBe('lapsed');
    await at.does(lead, devices, 'rename', { name: 'Kiosk im Hof' }, first);
    expect(await at.does(lead, devices, 'offerAgain', {}, first)).toMatchObject({ state: 'offered' });
  });

  it('is each office’s own', async () => {
    await house().offered();
    await house().offered();
  });
});
