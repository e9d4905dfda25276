import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levels, roles, staffRights, whoMay } from '../src/index.ts';
import { person, practiceWithRights, roleOf } from './rights-in-a-scene.ts';

const everything = {
  trainee: ['visits.read'],
  qualified: ['visits.receive'],
  senior: ['refunds.ask'],
  lead: ['refunds.approve'],
};

describe('a role', () => {
  test('is known by one key in the office, which never changes', async () => {
    const { at, hasRole } = await practiceWithRights();
    const id = await hasRole(roleOf('desk'));
    expect((await at.does(person('lead'), roles, 'create', roleOf('desk'))).refused?.code).toBe('role_key_taken');
    expect((await at.does(person('lead'), roles, 'change', roleOf('front-desk'), id)).refused?.code).toBe(
      'role_key_stays',
    );
  });

  test('gives nothing that this office does not know', async () => {
    const { at } = await practiceWithRights();
    const answer = await at.does(
      person('lead'),
      roles,
      'create',
      roleOf('desk', { senior: ['visits.dream', 'visits.read'] }),
    );
    expect(answer.refused).toEqual({ code: 'capability_unknown', figures: { capabilities: ['visits.dream'] } });
  });

  test('that only reads is given nothing else', async () => {
    const { at } = await practiceWithRights();
    const auditor = roleOf('auditor', { trainee: ['visits.read', 'visits.receive'] }, { readsOnly: true });
    expect((await at.does(person('lead'), roles, 'create', auditor)).refused).toEqual({
      code: 'only_reading',
      figures: { capabilities: ['visits.receive'] },
    });
  });

  test('gives as much the fiftieth time as the first, and one more is refused instead of giving nothing in silence', async () => {
    const { at, hasRole, hires, gives, may } = await practiceWithRights();
    const anna = await hires('Beispielmüller');
    const keys = Array.from({ length: 60 }, (_, index) => `role-${index}`);
    for (const key of keys.slice(0, 10)) await hasRole(roleOf(key, {}, { withdrawn: true }));
    for (const key of keys.slice(10)) await hasRole(roleOf(key, { trainee: ['visits.read'] }));
    await gives(anna, 'lead', { role: 'role-59' });
    expect(await may(anna)).toEqual(['visits.read']);
    const more = await at.does(person('lead'), roles, 'create', roleOf('more'));
    expect(more.refused).toEqual({ code: 'too_many_roles', figures: { most: 50 } });
  });

  test('gains nothing by the hand of whoever has it, and may lose', async () => {
    const { at, hasRole, hires, gives } = await practiceWithRights();
    const anna = await hires('Beispielmüller');
    const desk = roleOf('desk', { senior: ['visits.read'] });
    const id = await hasRole(desk);
    await gives(anna, 'lead', { role: 'desk' });
    const asks = async (input: typeof desk, who = anna) =>
      (await at.does(person(who), roles, 'change', input, id)).refused?.code;
    expect(await asks({ ...desk, grants: { ...desk.grants, lead: ['visits.receive'] } })).toBe('own_rights');
    expect(await asks({ ...desk, grants: { ...desk.grants, trainee: ['visits.read'] } })).toBe('own_rights');
    expect(await asks({ ...desk, labels: ['vip'] })).toBe('own_rights');
    expect(await asks({ ...desk, title: { de: 'Empfang', en: 'Front desk' } })).toBeUndefined();
    expect(await asks(roleOf('desk'))).toBeUndefined();
    expect(await asks(desk)).toBe('own_rights');
    expect(await asks(desk, 'somebody else')).toBeUndefined();
  });
});

describe('the rights of a staff member', () => {
  test('are one record, of somebody who works here, and stay with that person', async () => {
    const { at, hires, gives, leaves } = await practiceWithRights();
    const [anna, jörg] = [await hires('Beispielmüller'), await hires('Probeßmann')];
    const id = await gives(anna, 'lead');
    const asks = async (command: 'create' | 'change', staff: string, on?: string) =>
      (await at.does(person('lead'), staffRights, command, { staff, level: 'trainee', roles: [] }, on)).refused?.code;
    expect(await asks('create', anna)).toBe('rights_exist');
    expect(await asks('change', jörg, id)).toBe('rights_stay_with');
    await leaves(jörg, 'Probeßmann');
    expect(await asks('create', jörg)).toBe('staff_unknown');
  });

  test('name roles that are in use, and a withdrawn one may stay where it was', async () => {
    const { at, hasRole, hires, gives, may } = await practiceWithRights();
    const anna = await hires('Beispielmüller');
    const desk = await hasRole(roleOf('desk', { trainee: ['visits.read'] }));
    const id = await gives(anna, 'lead', { role: 'desk' });
    await at.does(person('lead'), roles, 'change', roleOf('desk', {}, { withdrawn: true }), desk);
    expect(await may(anna)).toEqual([]);
    const change = async (...keys: readonly string[]) => {
      const rights = { staff: anna, level: 'lead' as const, roles: keys.map((role) => ({ role })) };
      return (await at.does(person('lead'), staffRights, 'change', rights, id)).refused?.code;
    };
    expect([await change('desk'), await change('nothing'), await change()]).toEqual([
      undefined,
      'role_unknown',
      undefined,
    ]);
    expect(await change('desk')).toBe('role_unknown');
  });

  test('hold a role that must end for a year and a day at most', async () => {
    const { at, hasRole, hires } = await practiceWithRights();
    await hasRole(roleOf('auditor', { trainee: ['visits.read'] }, { mustEnd: true, readsOnly: true }));
    const asks = async (until: string | null) => {
      const rights = {
        staff: await hires('Musterfrau'),
        level: 'trainee' as const,
        roles: [{ role: 'auditor', until }],
      };
      return (await at.does(person('lead'), staffRights, 'create', rights)).refused?.code;
    };
    expect([await asks(null), await asks('2027-07-02'), await asks('2027-07-01')]).toEqual([
      'role_needs_an_end',
      'role_needs_an_end',
      undefined,
    ]);
  });

  test.each([
    ['another_person', null, 'own_rights'],
    ['another_person', 'Ich bin heute allein', 'own_rights'],
    ['with_reason', null, 'reason_needed'],
    ['with_reason', 'Ich bin heute allein', undefined],
  ] as const)('are widened by oneself as the policy says: %s, %s', async (ownRights, reason, code) => {
    const { at, hasRole, hires, gives } = await practiceWithRights({ ownRights });
    const anna = await hires('Beispielmüller');
    await hasRole(roleOf('desk'));
    const id = await gives(anna, 'senior', { role: 'desk', until: '2026-07-31' });
    const asks = async (level: 'qualified' | 'senior' | 'lead', until: string) => {
      const rights = { staff: anna, level, roles: [{ role: 'desk', until }], reason };
      return (await at.does(person(anna), staffRights, 'change', rights, id)).refused?.code;
    };
    expect([await asks('lead', '2026-07-31'), await asks('senior', '2026-08-01')]).toEqual([code, code]);
    expect(await asks('qualified', '2026-07-01')).toBeUndefined();
  });

  test('grow with the level and never shrink, whatever the roles give', async () => {
    const capability = fc.constantFrom('visits.read', 'visits.receive', 'refunds.ask', 'refunds.approve');
    const granted = fc.uniqueArray(capability);
    const grants = fc.record({ trainee: granted, qualified: granted, senior: granted, lead: granted });
    await fc.assert(
      fc.asyncProperty(grants, grants, async (one, other) => {
        const { hasRole, hires, gives, may } = await practiceWithRights();
        await hasRole(roleOf('one', one));
        await hasRole(roleOf('other', other));
        let below: string[] = [];
        for (const level of levels) {
          const somebody = await hires('Musterfrau');
          await gives(somebody, level, { role: 'one' }, { role: 'other' });
          const now = await may(somebody);
          expect(now).toEqual(expect.arrayContaining(below));
          expect(now).toEqual(expect.arrayContaining([...one[level], ...other[level]]));
          below = now;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('are those of the local day: from its first midnight until its last, also when the clock is changed', async () => {
    const { hasRole, hires, gives, may } = await practiceWithRights();
    await hasRole(roleOf('desk', { trainee: ['visits.read'] }));
    const anna = await hires('Beispielmüller');
    // The clock goes forward on 28 March 2027 and back on 31 October 2027, each in the night to Sunday.
    await gives(
      anna,
      'trainee',
      { role: 'desk', from: '2027-03-28', until: '2027-03-28' },
      { role: 'desk', from: '2027-10-31', until: '2027-10-31' },
    );
    const holds = async (moment: string) => (await may(anna, moment)).length > 0;
    expect([await holds('2027-03-27T23:59:59.999+01:00'), await holds('2027-03-28T00:00:00+01:00')]).toEqual([
      false,
      true,
    ]);
    expect([await holds('2027-03-28T23:59:59.999+02:00'), await holds('2027-03-29T00:00:00+02:00')]).toEqual([
      true,
      false,
    ]);
    expect([await holds('2027-10-30T23:59:59.999+02:00'), await holds('2027-10-31T00:00:00+02:00')]).toEqual([
      false,
      true,
    ]);
    expect([await holds('2027-10-31T23:59:59.999+01:00'), await holds('2027-11-01T00:00:00+01:00')]).toEqual([
      true,
      false,
    ]);
  });

  test('are none for somebody who has left, and unknown for nobody', async () => {
    const { at, hasRole, hires, gives, rights, leaves } = await practiceWithRights();
    await hasRole(roleOf('desk', { trainee: ['visits.read'] }, { labels: ['vip'] }));
    const anna = await hires('Beispielmüller');
    await gives(anna, 'lead', { role: 'desk' });
    expect(await rights(anna)).toMatchObject({ level: 'lead', labels: new Set(['vip']) });
    await leaves(anna, 'Beispielmüller');
    expect(await rights(anna)).toMatchObject({
      staff: { active: false },
      roles: [],
      capabilities: new Map(),
      labels: new Set(),
    });
    expect(await rights(at.office)).toBeUndefined();
  });
});

test('why a button is not there: the roles that have it, from which level on, and some who may be asked', async () => {
  const { at, hasRole, hires, gives, leaves } = await practiceWithRights();
  await hasRole(roleOf('desk', everything));
  await hasRole(roleOf('archive', { trainee: ['visits.read'] }));
  const names = ['Beispielmüller', 'Probeßmann', 'Musterfrau', 'Mustermeier'] as const;
  const ids = [];
  for (const family of names) ids.push(await hires(family));
  const [anna = '', jörg = '', mia = '', max = ''] = ids;
  await gives(anna, 'lead', { role: 'desk' });
  await gives(jörg, 'qualified', { role: 'desk' });
  await gives(mia, 'lead', { role: 'desk', until: '2026-06-29' });
  await gives(max, 'lead', { role: 'desk' });
  await leaves(max, 'Mustermeier');
  const answer = await whoMay({ read: (read) => at.kernel.read(at.office, read) }, 'refunds.ask', at.clock.now());
  expect(answer).toEqual({
    roles: [{ key: 'desk', title: { de: 'desk', en: 'desk' }, from: 'senior' }],
    people: [{ id: anna, name: { family: 'Beispielmüller' } }],
  });
});
