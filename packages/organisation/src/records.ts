import { defineRecord, known } from '@front-office/kernel';
import { type LocalDate, nameKeys, plusDays } from '@front-office/values';
import { migrateOffice, migrateStaffMember } from './migrate.ts';
import { isOwner, unusableDepartments, unusableRooms, unusableSites, unusableStaff } from './references.ts';
import {
  departmentIsKnown,
  departmentsAreKnown,
  deputiesAreKnown,
  headIsKnown,
  holidaysAreKnown,
  othersAreNamed,
  ownerStays,
  roomIsKnown,
  siteIsKnown,
  successorIsKnown,
} from './rules.ts';
import { DayException, Department, Office, Room, Site, StaffMember } from './schema.ts';

/** The key by which an office finds its own record; ids are made by the kernel and differ from the office's. */
export const SELF = 'self';

export const offices = defineRecord({
  name: 'office',
  version: 3,
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

/** All in use are found by `departments`, those of a site by its id. A lookup answers the first 50; the route lists all of them, page by page. */
export const departments = defineRecord({
  name: 'department',
  schema: Department,
  create: 'policies.change',
  change: 'policies.change',
  read: 'office.read',
  keys: ({ site, withdrawn }) => (withdrawn ? [] : ['departments', site]),
  knows: {
    unusableSites: ({ input }) => unusableSites(input?.site),
    unusableStaff: ({ input }) => unusableStaff(input?.head),
  },
  rules: [siteIsKnown, headIsKnown],
});

/** All in use are found by `rooms`, those of a site by its id, in the same way. */
export const rooms = defineRecord({
  name: 'room',
  schema: Room,
  create: 'policies.change',
  change: 'policies.change',
  read: 'office.read',
  keys: ({ site, withdrawn }) => (withdrawn ? [] : ['rooms', site]),
  knows: {
    unusableSites: ({ input }) => unusableSites(input?.site),
    unusableDepartments: ({ input }) => unusableDepartments(input?.department),
  },
  rules: [siteIsKnown, departmentIsKnown],
});

/** Found by the words of the name, so that a search by its first letters is the host search: hosts have keys, others none. */
export const staffMembers = defineRecord({
  name: 'staffMember',
  version: 3,
  schema: StaffMember,
  create: 'staff.invite',
  change: 'staff.invite',
  read: 'staff.read',
  logsReads: true,
  keys: (staff) => (isHost(staff) ? nameKeys(staff.name) : []),
  knows: {
    unusableSites: ({ input }) => unusableSites(input?.site),
    unusableDepartments: ({ input }) => unusableDepartments(...(input?.departments ?? [])),
    unusableRooms: ({ input }) => unusableRooms(input?.room),
    unusableStaff: ({ input }) => unusableStaff(...(input?.deputies ?? []), input?.successor),
    isOwner: ({ case: staff }) => isOwner(staff),
    isNamedByThemselves: ({ input, case: staff }) =>
      known(input !== undefined && [...input.deputies, input.successor].includes(staff as never)), // an id is an id
  },
  rules: [
    siteIsKnown,
    departmentsAreKnown,
    roomIsKnown,
    deputiesAreKnown,
    successorIsKnown,
    othersAreNamed,
    ownerStays,
  ],
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
