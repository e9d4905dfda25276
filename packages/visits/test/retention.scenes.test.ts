import { Instant } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { barredPersons, visits } from '../src/index.ts';
import { anna, desk, host, kiosk, reception } from './reception.ts';

type Reception = ReturnType<typeof reception>;

const comes = (at: Reception) =>
  at.begins(kiosk, visits, 'walkIn', { visitor: anna, host, company: 'Beispiel & Sample' });

const endings: readonly (readonly [string, (at: Reception) => Promise<string>])[] = [
  [
    'left',
    async (at) => {
      const visit = await comes(at);
      await at.does(desk, visits, 'receive', { badge: 'Begleitet Anna' }, visit); // nobody knows what people write
      await at.does(desk, visits, 'leave', {}, visit);
      return visit;
    },
  ],
  [
    'turnedAway',
    async (at) => {
      const visit = await comes(at);
      await at.does(desk, visits, 'turnAway', { reason: 'Hat das Personal bedroht' }, visit);
      return visit;
    },
  ],
  [
    'noShow',
    async (at) => {
      const expectedAt = Instant.parse('2026-06-30T08:00:00+02:00');
      const visit = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt });
      await at.clockStrikes('2026-06-30T18:00:00+02:00');
      return visit;
    },
  ],
];

const exists = async (at: Reception, visit: string) =>
  (await at.store.load({ office: at.office, workflow: 'visit', case: visit, lookups: [] })).case !== undefined;

describe.each(endings)('a visit that has ended as %s', (state, ends) => {
  it('is kept for thirty days to the millisecond and then erased, and its log tells nobody’s name any more', async () => {
    const at = reception();
    const visit = await ends(at);
    const { state: now, timers, snapshot } = await at.case(visits, visit);
    const [pending] = Object.values(timers);
    const end = String(snapshot.context.endedAt);
    const due = new Date(Date.parse(end) + 30 * 24 * 3_600_000);
    expect([now, pending?.due]).toEqual([state, due.toISOString()]);

    await at.clockStrikes(new Date(due.getTime() - 1).toISOString());
    expect(await exists(at, visit)).toBe(true);
    await at.clockStrikes(due.toISOString());
    expect(await exists(at, visit)).toBe(false);
    expect((await at.facts(visit)).at(-1)).toBe('visitErased');
    const log = await at.store.log(at.office, visit);
    expect(JSON.stringify(log)).not.toMatch(/Anna|Beispiel|bedroht/);
    expect(log.map(({ state }) => state).at(-1)).toBe('erased');
  });

  it('can be kept back and nothing else, and is on no list of open visits', async () => {
    const at = reception();
    const visit = await ends(at);
    expect((await at.case(visits, visit)).tags).toEqual([]);
    for (const command of ['checkIn', 'receive', 'leave'] as const) {
      const answer = await at.does(desk, visits, command, {}, visit);
      expect(answer.refused).toEqual({ code: 'not_now', figures: { state, possible: ['keepBack'] } });
    }
    expect(await at.store.workItems(at.office)).toEqual([]);
  });
});

it('the days are those that the house has set', async () => {
  const at = reception({ policy: { keepDays: 2 } });
  const visit = await comes(at);
  await at.does(desk, visits, 'leave', {}, visit);
  await at.clockStrikes('2026-07-02T08:59:59+02:00');
  expect(await exists(at, visit)).toBe(true);
  await at.clockStrikes('2026-07-02T09:00:00+02:00');
  expect(await exists(at, visit)).toBe(false);
});

it('the days of a forgotten visit count from closing time, however late it was noticed', async () => {
  const at = reception({ policy: { keepDays: 2 } });
  const visit = await comes(at);
  await at.clockStrikes('2026-07-01T07:30:00+02:00');
  const { state, timers } = await at.case(visits, visit);
  expect([state, Object.values(timers).map(({ due }) => due)]).toEqual(['left', ['2026-07-02T16:00:00.000Z']]);
});

it('a server that was away for a year ends the visit and erases it as soon as it is back', async () => {
  const at = reception();
  const visit = await comes(at);
  await at.clockStrikes('2027-06-30T09:00:00+02:00');
  expect(await exists(at, visit)).toBe(false);
  expect((await at.facts(visit)).slice(-2)).toEqual(['visitorLeft', 'visitErased']);
});

it('an open visit is never erased, and the barred list outlives the visits of whoever is on it', async () => {
  const at = reception({ policy: { keepDays: 1 } });
  const entry = await at.begins(desk, barredPersons, 'create', { name: anna, reason: 'Hausverbot' });
  const expectedAt = Instant.parse('2026-08-30T10:00:00+02:00');
  const open = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt: expectedAt });
  expect(Object.keys((await at.case(visits, open)).timers)).toEqual(['xstate.after.closingTime.visit.expected']);
  const visit = await comes(at);
  await at.does(desk, visits, 'leave', {}, visit);
  await at.clockStrikes('2026-07-02T10:00:00+02:00');
  expect(await exists(at, visit)).toBe(false);
  expect((await at.case(barredPersons, entry)).state).toBe('current');
});
