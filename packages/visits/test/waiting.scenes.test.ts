import { known } from '@front-office/kernel';
import { Instant, type Opening } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { type OfficeHours, type VisitPolicy, visits } from '../src/index.ts';
import { quietPolicy } from '../src/testing.ts';
import { anna, desk, host, kiosk, reception } from './reception.ts';

/** An office with these hours, whatever the day. */
const openFor = (...openings: readonly (readonly [string, string])[]): OfficeHours => ({
  closingTime: () => known(Instant.parse('2026-06-30T18:00:00+02:00')),
  openTime: () => known(openings.map(([from, to]): Opening => ({ from: Instant.parse(from), to: Instant.parse(to) }))),
});

/** Open until noon and from three o'clock on. */
const lunchBreak = openFor(
  ['2026-06-30T09:00:00+02:00', '2026-06-30T12:00:00+02:00'],
  ['2026-06-30T15:00:00+02:00', '2026-06-30T18:00:00+02:00'],
);
const closedForGood = openFor();

describe('a visitor who waits', () => {
  it('is seen to in turn: the host is reminded after two minutes, the desk told after one more, each once', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    const items = async () => (await at.store.workItems(at.office)).map(({ kind, due }) => [kind, due]);
    const since = '2026-06-30T07:00:00.000Z';
    await at.minutesPass(2);
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded']);
    expect(await items()).toEqual([['visit.waiting', since]]);
    await at.minutesPass(1);
    const [, , last] = await at.store.log(at.office, visit);
    expect(last?.facts).toEqual([{ type: 'hostDidNotAnswer', host }]);
    expect(await items()).toEqual([
      ['visit.waiting', since],
      ['visit.hostSilent', since],
    ]);
    await at.minutesPass(30);
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded', 'hostDidNotAnswer']);
    expect((await at.case(visits, visit)).snapshot.context).toMatchObject({ hostReminded: true, deskTold: true });
    await at.does(desk, visits, 'receive', {}, visit);
    expect(await items()).toEqual([]);
  });

  it.each([
    [1, ['visitorArrived', 'visitorReceived']],
    [2, ['visitorArrived', 'hostReminded', 'visitorReceived']],
  ])('and is received after %i minutes is spoken of no more', async (minutes, facts) => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.minutesPass(minutes);
    await at.does(desk, visits, 'receive', {}, visit);
    await at.minutesPass(30);
    expect(await at.facts(visit)).toEqual(facts);
  });

  it('has the desk told as many minutes after the reminder as the house has set', async () => {
    const at = reception({ policy: { hostReminderMinutes: 5, deskToldMinutes: 4 } });
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.minutesPass(8);
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded']);
    await at.minutesPass(1);
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded', 'hostDidNotAnswer']);
  });
});

describe('while the office is closed', () => {
  it('no minute counts: who comes one minute before the lunch break is seen to one minute after it', async () => {
    const at = reception({ hours: lunchBreak });
    await at.clockStrikes('2026-06-30T11:59:00+02:00');
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.clockStrikes('2026-06-30T15:00:59+02:00');
    expect(await at.facts(visit)).toEqual(['visitorArrived']);
    await at.clockStrikes('2026-06-30T15:01:00+02:00');
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded']);
    await at.clockStrikes('2026-06-30T15:02:00+02:00');
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostReminded', 'hostDidNotAnswer']);
  });

  it('the same holds for a visitor who was announced', async () => {
    const at = reception({ hours: lunchBreak });
    const expectedAt = Instant.parse('2026-06-30T12:30:00+02:00');
    const visit = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt });
    expect((await at.case(visits, visit)).snapshot.context).toMatchObject({ remindAt: null, tellDeskAt: null });
    await at.clockStrikes('2026-06-30T12:30:00+02:00');
    await at.does(desk, visits, 'checkIn', {}, visit);
    expect((await at.case(visits, visit)).snapshot.context).toMatchObject({
      remindAt: '2026-06-30T13:02:00.000Z',
      tellDeskAt: '2026-06-30T13:03:00.000Z',
    });
  });

  it.each([
    ['for good', closedForGood],
    ['for good before the desk could be told', openFor(['2026-06-30T09:00:00+02:00', '2026-06-30T09:02:30+02:00'])],
  ])('%s, the clock on the wall counts', async (_when, hours) => {
    const at = reception({ hours });
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    expect((await at.case(visits, visit)).snapshot.context).toMatchObject({
      remindAt: '2026-06-30T07:02:00.000Z',
      tellDeskAt: '2026-06-30T07:03:00.000Z',
    });
  });
});

it('a visit keeps the policy that it was announced under, although the house has set another since', async () => {
  let policy: VisitPolicy = { ...quietPolicy, hostReminderMinutes: 10, deskToldMinutes: 5 };
  const at = reception({ policyNow: () => policy });
  const expectedAt = Instant.parse('2026-06-30T09:30:00+02:00');
  const visit = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt });
  policy = quietPolicy;
  await at.does(desk, visits, 'checkIn', {}, visit);
  expect((await at.case(visits, visit)).snapshot.context).toMatchObject({
    remindAt: '2026-06-30T07:10:00.000Z',
    tellDeskAt: '2026-06-30T07:15:00.000Z',
  });
});
