import { describe, expect, it } from 'vitest';
import { devices } from '../src/index.ts';
import { plainSettings } from '../src/testing.ts';
import { door, house, lead } from './house.ts';

describe('what happens twice, late or out of order', () => {
  it('two kiosks with one code: the first is paired, the second comes too late', async () => {
    const at = house();
    const device = await at.offered();
    const answers = await Promise.all([at.pairs(device), at.pairs(device)]);
    expect(answers.map(({ refused }) => refused?.code).sort()).toEqual(['not_now', undefined]);
    expect(await at.facts(device)).toEqual(['deviceOffered', 'devicePaired']);
  });

  it('the same wish to pair, sent twice, is one', async () => {
    const at = house();
    const device = await at.offered();
    const first = await at.does(door, devices, 'pair', {}, device, 'one wish');
    expect(await at.does(door, devices, 'pair', {}, device, 'one wish')).toEqual(first);
  });

  it('a code whose time is over pairs nothing, though the server was down when it lapsed', async () => {
    const at = house();
    const device = await at.offered();
    at.clock.set('2026-06-30T09:10:00+02:00'); // no timer has fired
    expect((await at.pairs(device)).refused).toEqual({
      code: 'pairing_over',
      figures: { until: '2026-06-30T07:10:00.000Z' },
    });
    await at.clockStrikes('2026-06-30T11:00:00+02:00');
    const { state, snapshot } = await at.case(devices, device);
    expect({ state, since: snapshot.context.since }).toEqual({ state: 'lapsed', since: '2026-06-30T07:10:00.000Z' });
  });

  it('paired in the last millisecond is paired: the timer comes too late', async () => {
    const at = house();
    const device = await at.offered();
    at.clock.set('2026-06-30T09:09:59.999+02:00');
    await at.pairs(device);
    await at.clockStrikes('2026-06-30T09:10:00+02:00');
    expect(await at.state(device)).toBe('paired');
  });

  it('revoked while its code is out: the code pairs nothing any more', async () => {
    const at = house();
    const device = await at.offered();
    await at.revokes(device, 'mistaken');
    expect((await at.pairs(device)).refused?.code).toBe('not_now');
    await at.clockStrikes('2026-06-30T12:00:00+02:00');
    expect(await at.state(device)).toBe('revoked');
  });

  it('nothing brings a revoked device back', async () => {
    const at = house();
    const device = await at.paired();
    await at.revokes(device);
    const refused = { code: 'not_now', figures: { state: 'revoked', possible: [] } };
    expect((await at.does(lead, devices, 'configure', { settings: plainSettings }, device)).refused).toEqual(refused);
    expect((await at.does(lead, devices, 'offerAgain', {}, device)).refused).toEqual(refused);
    expect((await at.revokes(device)).refused).toEqual(refused);
    expect((await at.pairs(device)).refused).toEqual(refused);
  });

  it('a paired device is offered no second code: who wants another device revokes this one', async () => {
    const at = house();
    const device = await at.paired();
    const answer = await at.does(lead, devices, 'offerAgain', {}, device);
    expect(answer.refused).toMatchObject({ code: 'not_now', figures: { state: 'paired' } });
  });
});
