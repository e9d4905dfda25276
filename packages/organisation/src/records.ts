import { defineRecord } from '@front-office/kernel';
import { type LocalDate, nameKeys, plusDays } from '@front-office/values';
import { migrateOffice, migrateStaffMember } from './migrate.ts';
import { holidaysAreKnown } from './rules.ts';
import { DayException, Office, Site, StaffMember } from './schema.ts';

/** The key by which an office finds its own record; ids are made by the kernel and differ from the office's. */
export const SELF = 'self';

export const offices = defineRecord({
  name: 'office',
  version: 2,
  schema: Office,
  create: 'policies.change',
  change: 'policies.change',
  read: 'office.read',
  keys: () => [SELF],
  rules: [holidaysAreKnown],
  migrate: migrateOffice,
});

export const sites = defineRecord({
  name: 'site',
  schema: Site,
  create: 'policies.change',
  change: 'policies.change',
  read: 'office.read',
});

/** Found by the words of the name, so that a search by its first letters is the host search: hosts have keys, others none. */
export const staffMembers = defineRecord({
  name: 'staffMember',
  version: 2,
  schema: StaffMember,
  create: 'staff.invite',
  change: 'staff.invite',
  read: 'staff.read',
  keys: (staff) => (isHost(staff) ? nameKeys(staff.name) : []),
  migrate: migrateStaffMember,
});

/** Whether visitors may ask for this person now. */
export const isHost = (staff: StaffMember): boolean => staff.active && staff.receivesVisitors;

/**
 * Found by its date and by the days beside it: which date an instant falls on depends on the office's zone, and that is
 * only known once the office is loaded, in the same round trip.
 */
export const dayExceptions = defineRecord({
  name: 'dayException',
  schema: DayException,
  create: 'policies.change',
  change: 'policies.change',
  read: 'office.read',
  keys: ({ date, withdrawn }) => (withdrawn ? [] : daysAround(date)),
});

const daysAround = (date: LocalDate) => [-1, 0, 1].map((days) => plusDays(date, days));
