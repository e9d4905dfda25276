import { closingTime, hoursOn, Instant, isOpen, LocalDate } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import { dayExceptions, officeAt, officeHours, offices, SiteId, sites } from '../src/index.ts';
import { emptyOffice, lead, openOffice, practice } from './office-in-a-scene.ts';

type Place = Awaited<ReturnType<typeof openOffice>>['at'];

const closingAt = (at: Place, moment: string) =>
  at.kernel.read(at.office, officeHours.closingTime(Instant.parse(moment)));
const isOpenAt = async (at: Place, moment: string) => {
  const instant = Instant.parse(moment);
  return isOpen((await at.kernel.read(at.office, officeAt(instant))).calendar, instant);
};

test('an ordinary Tuesday closes with its last hours', async () => {
  const { at } = await openOffice();
  expect(await closingAt(at, '2026-06-30T09:00:00+02:00')).toBe('2026-06-30T16:00:00.000Z');
  expect(await isOpenAt(at, '2026-06-30T13:00:00+02:00')).toBe(false);
});

test('on a holiday of its Land the office is closed, and what is left open ends with the day', async () => {
  const { at } = await openOffice();
  expect(await isOpenAt(at, '2027-03-08T09:00:00+01:00')).toBe(false);
  expect(await closingAt(at, '2027-03-08T09:00:00+01:00')).toBe('2027-03-08T23:00:00.000Z');
  const { at: elsewhere } = await openOffice({ state: 'BY' });
  expect(await isOpenAt(elsewhere, '2027-03-08T09:00:00+01:00')).toBe(true);
});

describe('an exception', () => {
  const outing = { date: '2026-06-30', ranges: [{ from: '08:00', to: '10:30' }], reason: 'Betriebsausflug' };

  test('wins over the hours of the week, on its own date only', async () => {
    const { at } = await openOffice();
    await at.begins(lead, dayExceptions, 'create', outing);
    expect(await closingAt(at, '2026-06-30T09:00:00+02:00')).toBe('2026-06-30T08:30:00.000Z');
    expect(await closingAt(at, '2026-06-29T09:00:00+02:00')).toBe('2026-06-29T16:00:00.000Z');
    expect(await closingAt(at, '2026-07-02T09:00:00+02:00')).toBe('2026-07-02T16:00:00.000Z');
  });

  test('opens the office on a holiday', async () => {
    const { at } = await openOffice();
    await at.begins(lead, dayExceptions, 'create', { date: '2027-03-08', ranges: [{ from: '09:00', to: '11:00' }] });
    expect(await isOpenAt(at, '2027-03-08T09:30:00+01:00')).toBe(true);
  });

  test('that is withdrawn leaves an ordinary day', async () => {
    const { at } = await openOffice();
    const id = await at.begins(lead, dayExceptions, 'create', outing);
    await at.does(lead, dayExceptions, 'change', { ...outing, withdrawn: true }, id);
    expect(await closingAt(at, '2026-06-30T09:00:00+02:00')).toBe('2026-06-30T16:00:00.000Z');
  });

  test('entered later counts more than an earlier one for the same date', async () => {
    const { at } = await openOffice();
    await at.begins(lead, dayExceptions, 'create', outing);
    await at.begins(lead, dayExceptions, 'create', { ...outing, ranges: [{ from: '08:00', to: '11:00' }] });
    expect(await closingAt(at, '2026-06-30T09:00:00+02:00')).toBe('2026-06-30T09:00:00.000Z');
  });

  test.each([
    ['Pacific/Kiritimati', '2026-06-30T09:00:00+14:00'],
    ['Pacific/Pago_Pago', '2026-06-30T22:00:00-11:00'],
    ['Europe/Berlin', '2026-06-30T00:30:00+02:00'],
  ])('is found in %s although it is another date in UTC', async (zone, moment) => {
    const { at } = await openOffice({ zone });
    await at.begins(lead, dayExceptions, 'create', { date: '2026-06-30', ranges: [{ from: '00:00', to: '24:00' }] });
    expect(await isOpenAt(at, moment)).toBe(true);
  });

  test('far from any century is a typing slip and refused', async () => {
    const { at } = await openOffice();
    for (const date of ['0206-06-30', '9999-12-31', '2026-02-29']) {
      const answer = await at.does(lead, dayExceptions, 'create', { ...outing, date });
      expect(answer.refused?.code).toBe('input_invalid');
    }
  });
});

test('a site keeps its own hours where it has some, and the exceptions and holidays of the office', async () => {
  const { at, site: main } = await openOffice();
  const saturday = [{ from: '10:00', to: '13:00' }];
  const branch = await at.begins(lead, sites, 'create', {
    name: 'Zweigstelle',
    address: ['Beispielweg 2', '00001 Musterstadt'],
    hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: saturday, sun: [] },
  });
  const calendarOfSite = async (id: string) =>
    (await at.kernel.read(at.office, officeAt(at.clock.now(), SiteId.parse(id)))).calendar;
  const hours = async (id: string, date: string) => hoursOn(await calendarOfSite(id), LocalDate.parse(date));
  expect([await hours(branch, '2026-07-04'), await hours(branch, '2026-06-30')]).toEqual([saturday, []]);
  expect(await hours(branch, '2026-10-03')).toEqual([]);
  expect([await hours(main, '2026-07-04'), await hours(main, '2026-06-30')]).toEqual([[], practice.hours.tue]);
});

test('closing time changes with the hours of the office, from the next question on', async () => {
  const { at, own } = await openOffice();
  const hours = { ...practice.hours, tue: [{ from: '08:00', to: '14:00' }] };
  await at.does(lead, offices, 'change', { ...practice, hours }, own);
  expect(await closingAt(at, '2026-06-30T09:00:00+02:00')).toBe('2026-06-30T12:00:00.000Z');
});

test('closing time is right across the change of the clock', async () => {
  const { at } = await openOffice({ hours: { ...practice.hours, sun: [{ from: '01:00', to: '09:00' }] } });
  expect(await closingAt(at, '2026-03-29T01:30:00+01:00')).toBe('2026-03-29T07:00:00.000Z');
  expect(await closingAt(at, '2026-10-25T01:30:00+02:00')).toBe('2026-10-25T08:00:00.000Z');
});

describe('open time', () => {
  const opensAt = async (at: Place, moment: string) => {
    const openTime = await at.kernel.read(at.office, officeHours.openTime(Instant.parse(moment), 90));
    return openTime.map(({ from, to }) => [from, to]);
  };

  test('goes on after the lunch break, and is no longer than was asked for', async () => {
    const { at } = await openOffice();
    expect(await opensAt(at, '2026-06-30T11:30:00+02:00')).toEqual([
      ['2026-06-30T09:30:00.000Z', '2026-06-30T10:00:00.000Z'],
      ['2026-06-30T13:00:00.000Z', '2026-06-30T14:00:00.000Z'],
    ]);
  });

  test('passes over an exception of the day, and over a holiday', async () => {
    const { at } = await openOffice();
    await at.begins(lead, dayExceptions, 'create', { date: '2026-06-30', ranges: [{ from: '10:00', to: '10:30' }] });
    expect(await opensAt(at, '2026-06-30T09:00:00+02:00')).toEqual([
      ['2026-06-30T08:00:00.000Z', '2026-06-30T08:30:00.000Z'],
      ['2026-07-01T06:00:00.000Z', '2026-07-01T07:00:00.000Z'],
    ]);
    expect(await opensAt(at, '2027-03-08T09:00:00+01:00')).toEqual([
      ['2027-03-09T07:00:00.000Z', '2027-03-09T08:30:00.000Z'],
    ]);
  });

  test('there is none in an office that never opens', async () => {
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    const { at } = await openOffice({ hours: never });
    expect(await opensAt(at, '2026-06-30T09:00:00+02:00')).toEqual([]);
  });
});

test('an office that was never set up says so, instead of guessing when it closes', async () => {
  const at = emptyOffice();
  await expect(closingAt(at, '2026-06-30T09:00:00+02:00')).rejects.toThrow('create it first');
});

test('an office in a place without a calendar of holidays is refused', async () => {
  const at = emptyOffice();
  const answer = await at.does(lead, offices, 'create', { ...practice, state: 'ZZ' });
  expect(answer.refused).toEqual({ code: 'holidays_unknown', figures: { place: 'DE-ZZ' } });
});

test('exceptions of another office do not count here', async () => {
  const { at } = await openOffice();
  await at.kernel.dispatch(
    dayExceptions,
    'create',
    { date: '2026-06-30', ranges: [] },
    { office: '0197be0c-7a5b-7c3d-8e4f-0123456789ab', actor: lead, request: 'elsewhere' },
  );
  const { calendar } = await at.kernel.read(at.office, officeAt(at.clock.now()));
  expect(closingTime(calendar, at.clock.now())).toBe('2026-06-30T16:00:00.000Z');
});
