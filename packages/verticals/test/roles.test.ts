import { describe, expect, test } from 'vitest';
import { capabilityCatalogue, levels, type Role } from '../src/index.ts';
import { eachKind, kinds } from './kinds.ts';

/** Given whatever the level is: to whoever may do everything, and to those from outside. */
const beyondLevels = ['owner', 'auditor'];

describe.each(eachKind)('the roles of the kind %s', (_name, { roles, policy }) => {
  const each: [string, Role][] = Object.entries(roles);

  test('have a key that goes into an address, and a title in both languages that no other role has', () => {
    for (const [key] of each) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const language of ['de', 'en'] as const)
      expect(new Set(each.map(([, { title }]) => title[language])).size).toBe(each.length);
    for (const [, { title }] of each) expect(title.de).not.toBe(title.en);
  });

  test('give each capability once, from the level on that the catalogue says or later', () => {
    for (const [key, { grants }] of each.filter(([name]) => !beyondLevels.includes(name)))
      for (const level of levels)
        for (const capability of grants[level]) {
          const { from } = capabilityCatalogue[capability];
          expect([key, capability, levels.indexOf(level) >= levels.indexOf(from)]).toEqual([key, capability, true]);
        }
    for (const [, { grants, capabilities }] of each)
      expect(levels.flatMap((level) => grants[level]).sort()).toEqual([...new Set(capabilities)].sort());
  });

  test('hold nothing that is for devices or for the system', () => {
    for (const [, { capabilities }] of each)
      for (const capability of capabilities) expect(capabilityCatalogue[capability].for).toBe('people');
  });

  test('let everybody of the house see the office and report an absence from the first day', () => {
    for (const [, { grants, mustEnd }] of each)
      expect(grants.trainee).toEqual(expect.arrayContaining(mustEnd ? ['office.read'] : ['roster.absence.report']));
  });

  test('read confidential visits of this policy; at the front desk nobody does, nor an auditor who is not let in on them', () => {
    const known = policy.visits.labels.map(({ id }) => id);
    for (const [, { labels }] of each) for (const label of labels) expect(known).toContain(label);
    expect([roles.owner.labels, roles.lead.labels]).toEqual([known, known]);
    expect([roles.receptionist.labels, roles.auditor.labels]).toEqual([[], []]);
  });

  test('the owner holds everything at once, and alone lets colleagues in again', () => {
    const people = Object.entries(capabilityCatalogue).flatMap(([name, entry]) => (entry.for === 'people' ? name : []));
    expect([...roles.owner.grants.trainee].sort()).toEqual(people.sort());
    const recover = each.filter(([, { capabilities }]) => capabilities.includes('staff.recover'));
    expect(recover.map(([key]) => key)).toEqual(['owner']);
  });

  test('the auditor reads only, for a time, and nobody else of the house has an end', () => {
    for (const [key, { readsOnly, mustEnd }] of each)
      expect([key, readsOnly, mustEnd]).toEqual([key, key === 'auditor', key === 'auditor']);
    for (const capability of roles.auditor.capabilities) expect(capabilityCatalogue[capability].reads).toBe(true);
    expect(roles.auditor.grants.trainee).toContain('audit.read');
  });

  test('the receptionist neither bars people nor gives rights nor sets the policy, and a trainee turns nobody away', () => {
    for (const capability of ['visits.bar', 'visits.keepBack', 'capabilities.grant', 'policies.change'] as const)
      expect(roles.receptionist.capabilities).not.toContain(capability);
    expect(roles.receptionist.grants.trainee).not.toContain('visits.turnAway');
    expect(roles.receptionist.grants.qualified).toContain('visits.turnAway');
  });
});

test('whom clients come to see says which visits are confidential, and reads those', () => {
  const [medical, legal] = kinds;
  for (const role of [medical?.roles.physician, legal?.roles.attorney]) {
    expect(role?.grants.senior).toContain('visits.keepBack');
    expect(role?.labels).toHaveLength(1);
  }
});

test('in a small business rights may be given to oneself with a reason; everywhere else another person gives them', () => {
  const alone = kinds.filter(({ organisation }) => organisation.ownRights === 'with_reason');
  expect(alone.map(({ name }) => name)).toEqual(['small-business']);
});

test('the kiosk reads no visits, does nothing for the desk, and knows nobody who works here', () => {
  for (const { kiosk } of kinds)
    for (const capability of ['visits.read', 'visits.receive', 'staff.read'] as const)
      expect(kiosk.capabilities).not.toContain(capability);
});
