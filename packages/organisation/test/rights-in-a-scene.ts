import { type Actor, type InputOf, known } from '@front-office/kernel';
import { actor, scene } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import {
  absences,
  offices,
  organisationModule,
  owners,
  type RightsPolicy,
  rightsOf,
  roles,
  sites,
  staffMembers,
  staffRights,
} from '../src/index.ts';
import { practice } from './office-in-a-scene.ts';

const every = ['policies.change', 'staff.invite', 'capabilities.grant', 'roster.absence.report', 'staff.read'];
const settingUp: Actor = { kind: 'system', id: 'set-up', capabilities: new Set(every) };

const policyOfPractice: RightsPolicy = {
  ownRights: 'another_person',
  capabilities: {
    'visits.read': { reads: true },
    'visits.receive': { reads: false },
    'refunds.ask': { reads: false },
    'refunds.approve': { reads: false },
    'staff.invite': { reads: false },
    'staff.recover': { reads: false },
    'capabilities.grant': { reads: false },
  },
  labels: ['vip'],
  pairs: [['refunds.ask', 'refunds.approve']],
};

type Grants = Partial<InputOf<typeof roles, 'create'>['grants']>;
type RoleInput = InputOf<typeof roles, 'create'>;
type Given = InputOf<typeof staffRights, 'create'>['roles'];

/** A role that gives nothing but what is said. */
export const roleOf = (key: string, grants: Grants = {}, differences: Partial<RoleInput> = {}): RoleInput => ({
  key,
  title: { de: key, en: key },
  grants: { trainee: [], qualified: [], senior: [], lead: [], ...grants },
  ...differences,
});

/** A person of the house who may ask for everything that is asked here, so that the rules alone decide. */
export const person = (id: string) => actor(id, ...every);

/** A practice on Tuesday 30 June 2026, 09:00 in Berlin, set up by the system, with whoever and whatever a scene needs. */
export async function practiceWithRights(differences: Partial<RightsPolicy> = {}) {
  const policy = known<RightsPolicy>({ ...policyOfPractice, ...differences });
  const at = scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: organisationModule.definitions,
    ports: { organisation: { policy } },
  });
  await at.begins(settingUp, offices, 'create', practice);
  const site = await at.begins(settingUp, sites, 'create', { name: 'Praxis', address: ['Musterstraße 1'] });
  const employed = (family: string, deputies: readonly string[] = [], active = true) => ({
    name: { family },
    site,
    receivesVisitors: false,
    active,
    deputies: [...deputies],
  });
  const rights = (staff: string, moment: string = at.clock.now()) =>
    rightsOf({ read: (read) => at.kernel.read(at.office, read), policy }, staff, Instant.parse(moment));
  return {
    at,
    employed,
    hires: (family: string, ...deputies: readonly string[]) =>
      at.begins(settingUp, staffMembers, 'create', employed(family, deputies)),
    leaves: (id: string, family: string) =>
      at.does(person('lead'), staffMembers, 'change', employed(family, [], false), id),
    hasRole: (input: RoleInput) => at.begins(settingUp, roles, 'create', input),
    gives: (staff: string, level: 'trainee' | 'qualified' | 'senior' | 'lead', ...given: Given) =>
      at.begins(settingUp, staffRights, 'create', { staff, level, roles: given }),
    belongsTo: (...staff: readonly string[]) => at.begins(settingUp, owners, 'create', { staff: [...staff] }),
    isAway: (staff: string, deputy: string | null, from: string, until: string, by: Actor = settingUp) =>
      at.does(by, absences, 'create', { staff, deputy, from, until }),
    rights,
    may: async (staff: string, moment?: string) =>
      [...((await rights(staff, moment))?.capabilities.keys() ?? [])].sort(),
  };
}
