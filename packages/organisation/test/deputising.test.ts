import { Instant, isBefore } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absences, staffMembers } from '../src/index.ts';
import { person, practiceWithRights, roleOf } from './rights-in-a-scene.ts';

const FROM = '2026-07-01T06:00:00.000Z';
const UNTIL = '2026-07-03T16:00:00.000Z';
const WITHIN = '2026-07-02T09:00:00+02:00';

/** Anna leads and is away; Jörg is her deputy and works at the desk. */
async function annaIsAway(lead: readonly string[], desk: readonly string[]) {
  const practice = await practiceWithRights();
  const jörg = await practice.hires('Probeßmann');
  const anna = await practice.hires('Beispielmüller', jörg);
  await practice.hasRole(roleOf('lead', { trainee: [...lead] }, { labels: ['vip'] }));
  await practice.hasRole(roleOf('desk', { trainee: [...desk] }));
  await practice.gives(anna, 'lead', { role: 'lead' });
  await practice.gives(jörg, 'qualified', { role: 'desk' });
  const away = await practice.isAway(anna, jörg, FROM, UNTIL);
  if (away.refused) throw new Error(away.refused.code);
  return { ...practice, anna, jörg, away: away.case };
}

describe('a deputy', () => {
  test('has the rights of the absent person from the first moment until the last, and they end by themselves', async () => {
    const { may, rights, jörg, anna } = await annaIsAway(['visits.receive'], ['visits.read']);
    expect(await may(jörg, '2026-07-01T05:59:59.999Z')).toEqual(['visits.read']);
    expect(await may(jörg, FROM)).toEqual(['visits.read', 'visits.receive']);
    expect(await may(jörg, '2026-07-03T15:59:59.999Z')).toEqual(['visits.read', 'visits.receive']);
    expect(await may(jörg, UNTIL)).toEqual(['visits.read']);
    const within = await rights(jörg, WITHIN);
    expect(within?.capabilities.get('visits.receive')).toEqual([{ kind: 'deputy', for: anna, until: UNTIL }]);
    expect(within?.labels).toEqual(new Set(['vip']));
    expect((await rights(jörg, UNTIL))?.labels).toEqual(new Set());
  });

  test('gets nothing by which the time could be made to last', async () => {
    const { may, jörg } = await annaIsAway(
      ['capabilities.grant', 'staff.invite', 'staff.recover', 'visits.receive'],
      [],
    );
    expect(await may(jörg, WITHIN)).toEqual(['visits.receive']);
  });

  test('gets nothing of somebody who has left, or whose absence was taken back', async () => {
    const { at, may, jörg, anna, away, leaves } = await annaIsAway(['visits.receive'], []);
    const absence = { staff: anna, deputy: jörg, from: FROM, until: UNTIL };
    await at.does(person('lead'), absences, 'change', { ...absence, withdrawn: true }, away);
    expect(await may(jörg, WITHIN)).toEqual([]);
    await at.does(person('lead'), absences, 'change', absence, away);
    expect(await may(jörg, WITHIN)).toEqual(['visits.receive']);
    await leaves(anna, 'Beispielmüller');
    expect(await may(jörg, WITHIN)).toEqual([]);
  });

  test('does not pass on what was lent', async () => {
    const { hires, isAway, jörg, may, at, employed } = await annaIsAway(['visits.receive'], ['visits.read']);
    const mia = await hires('Musterfrau');

    await at.does(person('lead'), staffMembers, 'change', employed('Probeßmann', [mia]), jörg);
    expect((await isAway(jörg, mia, FROM, UNTIL)).refused).toBeUndefined();
    expect(await may(mia, WITHIN)).toEqual(['visits.read']);
  });

  test('keeps the own side of a pair, and is not lent the other', async () => {
    const { may, jörg } = await annaIsAway(['refunds.approve', 'visits.read'], ['refunds.ask']);
    expect(await may(jörg, WITHIN)).toEqual(['refunds.ask', 'visits.read']);
  });

  test('is lent neither side of a pair that one absent person, or two of them, would lend whole', async () => {
    const { may, jörg, hires, hasRole, gives, isAway } = await annaIsAway(['refunds.ask'], []);
    const mia = await hires('Musterfrau', jörg);
    await hasRole(roleOf('approver', { trainee: ['refunds.approve'] }));
    await gives(mia, 'lead', { role: 'approver' });
    expect(await may(jörg, WITHIN)).toEqual(['refunds.ask']);
    await isAway(mia, jörg, FROM, UNTIL);
    expect(await may(jörg, WITHIN)).toEqual([]);
  });

  test('never has both sides of a pair by standing in, and has no more after it than before', async () => {
    const some = fc.subarray(['visits.read', 'visits.receive', 'refunds.ask', 'refunds.approve', 'capabilities.grant']);
    const between = (min: string, max: string) =>
      fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });
    const moment = fc.oneof(between('2026-06-01', '2026-08-01'), between(FROM, UNTIL));
    await fc.assert(
      fc.asyncProperty(some, some, moment, async (lead, desk, date) => {
        const { may, jörg } = await annaIsAway(lead, desk);
        const now = Instant.parse(date.toISOString());
        const has = await may(jörg, now);
        expect(has).toEqual(expect.arrayContaining(desk));
        const isOn = !isBefore(now, Instant.parse(FROM)) && isBefore(now, Instant.parse(UNTIL));
        if (!isOn) expect(has).toEqual([...desk].sort());
        const isBoth = (list: readonly string[]) => list.includes('refunds.ask') && list.includes('refunds.approve');
        expect(isBoth(has)).toBe(isBoth(desk));
      }),
      { numRuns: 200 },
    );
  });
});

describe('whoever reports an absence', () => {
  test('names somebody whom the absent person has named', async () => {
    const { hires, isAway } = await practiceWithRights();
    const [jörg, mia] = [await hires('Probeßmann'), await hires('Musterfrau')];
    const anna = await hires('Beispielmüller', jörg);
    expect((await isAway(anna, mia, FROM, UNTIL)).refused?.code).toBe('not_a_deputy');
    expect((await isAway(anna, jörg, FROM, UNTIL)).refused).toBeUndefined();
  });

  test('does not become the deputy by it, and may give it back', async () => {
    const { at, isAway, anna, jörg, away } = await annaIsAway([], []);
    expect((await isAway(anna, jörg, FROM, UNTIL, person(jörg))).refused?.code).toBe('not_for_own_gain');
    const says = async (until: string, withdrawn = false) => {
      const absence = { staff: anna, deputy: jörg, from: FROM, until, withdrawn };
      return (await at.does(person(jörg), absences, 'change', absence, away)).refused?.code;
    };
    expect(await says('2026-07-04T16:00:00Z')).toBe('not_for_own_gain');
    expect(await says('2026-07-02T16:00:00Z')).toBeUndefined();
    expect(await says(UNTIL)).toBe('not_for_own_gain');
    expect(await says(UNTIL, true)).toBeUndefined();
    expect(await says(UNTIL)).toBe('not_for_own_gain');
  });

  test('cannot move it to somebody else, whose deputy this is not', async () => {
    const { at, hires, gives, may, jörg, away } = await annaIsAway([], []);
    const chief = await hires('Mustermeier');
    await gives(chief, 'lead', { role: 'lead' });
    const moved = { staff: chief, deputy: jörg, from: FROM, until: UNTIL };
    expect((await at.does(person('trainee'), absences, 'change', moved, away)).refused?.code).toBe('not_a_deputy');
    expect(await may(jörg, WITHIN)).toEqual([]);
  });

  test('cannot hide a deputy whom nobody named in one that is withdrawn, and bring it back', async () => {
    const { at, hires } = await practiceWithRights();
    const [anna, mia] = [await hires('Beispielmüller'), await hires('Musterfrau')];
    const absence = { staff: anna, deputy: mia, from: FROM, until: UNTIL };
    const id = await at.begins(person(mia), absences, 'create', { ...absence, withdrawn: true });
    expect((await at.does(person('friend'), absences, 'change', absence, id)).refused?.code).toBe('not_a_deputy');
  });

  test('names somebody who works here, and no more than a year', async () => {
    const { at, hires, isAway } = await practiceWithRights();
    expect((await isAway(at.office, null, FROM, UNTIL)).refused?.code).toBe('staff_unknown');
    const anna = await hires('Beispielmüller');
    expect((await isAway(anna, null, FROM, '2027-07-02T06:00:00.001Z')).refused?.code).toBe('absence_too_long');
    expect((await isAway(anna, null, FROM, '2027-07-02T06:00:00Z')).refused).toBeUndefined();
    expect((await isAway(anna, null, UNTIL, FROM)).refused?.code).toBe('input_invalid');
  });
});

test('an absence over the turn of the year counts in each of its months', async () => {
  const { hires, hasRole, gives, isAway, may } = await practiceWithRights();
  const jörg = await hires('Probeßmann');
  const anna = await hires('Beispielmüller', jörg);
  await hasRole(roleOf('lead', { trainee: ['visits.receive'] }));
  await gives(anna, 'lead', { role: 'lead' });
  await isAway(anna, jörg, '2026-11-30T23:30:00Z', '2027-02-01T00:30:00Z');
  const moments = ['2026-11-30T23:45:00Z', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z', '2027-02-01T00:15:00Z'];
  for (const moment of moments) expect(await may(jörg, moment)).toEqual(['visits.receive']);
});
