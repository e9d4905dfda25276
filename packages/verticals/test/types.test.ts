import { expect, test } from 'vitest';
import { roleOf } from '../src/roles.ts';
import { defineVertical } from '../src/vertical.ts';
import { parish } from './parish.ts';

const { receptionist, lead, owner, auditor } = parish.roles;
const june = { name: { family: 'Sampleton' }, receivesVisitors: true } as const;
const rightsOf = <Role extends string>(role: Role) => ({ level: 'lead' as const, roles: [{ role }] });
const organisation = {
  ...parish.organisation,
  departments: {},
  rooms: { hall: { name: 'Hall', kind: 'meeting' as const } },
  staff: { june: { ...june, rights: rightsOf('owner'), deputies: [] } },
};
const nothing = { expected: [], walkIns: [], absences: [], barred: [] };
const office = {
  ...parish,
  roles: { receptionist, lead, owner, auditor },
  policy: { ...parish.policy, visits: { ...parish.policy.visits, purposes: [] } },
  organisation,
  sample: nothing,
  demo: { signIns: [], receptionist: 'june' as const },
};
const visit = { at: '09:30', visitor: { family: 'Musterfrau' } };
const sampleOf = <Host extends string>(host: Host) => ({ ...nothing, walkIns: [{ ...visit, host }] });
const staffOf = <Person>(person: Person) => ({ ...organisation, staff: { june: person } });

test('a sample visit names somebody of the same office; anybody else does not compile', () => {
  const known = defineVertical({ ...office, sample: sampleOf('june') });
  // @ts-expect-error: nobody here goes by that name
  const stranger = defineVertical({ ...office, sample: sampleOf('joan') });
  expect([known, stranger].map(({ sample }) => sample.walkIns[0]?.host)).toEqual(['june', 'joan']);
});

test('a person has roles, deputies and a room of the same office; others do not compile', () => {
  const person = { ...june, rights: rightsOf('owner'), deputies: [] };
  const one = [
    defineVertical({ ...office, organisation: staffOf({ ...person, room: 'hall' } as const) }),
    // @ts-expect-error: there is no such room
    defineVertical({ ...office, organisation: staffOf({ ...person, room: 'crypt' } as const) }),
    // @ts-expect-error: there is no such role
    defineVertical({ ...office, organisation: staffOf({ ...person, rights: rightsOf('sexton') }) }),
    // @ts-expect-error: nobody here goes by that name
    defineVertical({ ...office, organisation: staffOf({ ...person, deputies: ['joan'] } as const) }),
    // @ts-expect-error: nobody here goes by that name
    defineVertical({ ...office, demo: { signIns: ['joan'], receptionist: 'june' } }),
  ];
  expect(new Set(one.map(({ name }) => name))).toEqual(new Set(['parish']));
});

test('what is for devices or for the system does not compile in a role', () => {
  const title = { de: 'Küster:in', en: 'Sexton' };
  // @ts-expect-error: a device checks visitors in by themselves
  const first = roleOf({ title }, ['visits.checkInSelf']);
  // @ts-expect-error: the system itself pairs
  const second = roleOf({ title }, ['devices.pair']);
  expect([first, second].map((role) => role.title)).toEqual([title, title]);
});
