import { defineRecord } from '@front-office/kernel';
import { ALL_RIGHTS, ALL_ROLES, absenceKnows, OWNERS, ownersKnow, rightsKnows, roleKnows } from './knows.ts';
import { monthsOf } from './months.ts';
import {
  absenceIsNoYear,
  absentIsKnown,
  anOwnerStays,
  capabilitiesAreKnown,
  deputyIsNamed,
  keyStays,
  notForOwnGain,
  onlyOwnersGive,
  ownersAreHere,
  ownRightsStay,
  ownRoleStays,
  readsOnlyReads,
  rolesAreKnown,
  rolesEnd,
  rolesFit,
  staffStays,
  thereIsOne,
} from './rules.ts';
import { Absence, Owners, Role, StaffRights } from './schema.ts';

const GRANTS = 'capabilities.grant';

export const roles = defineRecord({
  name: 'role',
  schema: Role,
  create: GRANTS,
  change: GRANTS,
  read: 'staff.read',
  keys: ({ key, withdrawn }) => [`role:${key}`, ...(withdrawn ? [] : [ALL_ROLES])],
  knows: roleKnows,
  rules: [thereIsOne('role_key_taken'), keyStays, rolesFit, capabilitiesAreKnown, readsOnlyReads, ownRoleStays],
});

export const staffRights = defineRecord({
  name: 'staffRights',
  schema: StaffRights,
  create: GRANTS,
  change: GRANTS,
  read: 'staff.read',
  keys: ({ staff }) => [ALL_RIGHTS, `staff:${staff}`],
  knows: rightsKnows,
  rules: [thereIsOne('rights_exist'), staffStays, rolesAreKnown, rolesEnd, ownRightsStay],
});

/** One record, so that of two owners who take the other's place away at once only the first succeeds. */
export const owners = defineRecord({
  name: 'owners',
  schema: Owners,
  create: GRANTS,
  change: GRANTS,
  read: 'staff.read',
  keys: () => [OWNERS],
  knows: ownersKnow,
  rules: [thereIsOne('owners_exist'), onlyOwnersGive, ownersAreHere, anOwnerStays],
});

export const absences = defineRecord({
  name: 'absence',
  schema: Absence,
  create: 'roster.absence.report',
  change: 'roster.absence.report',
  read: 'staff.read',
  logsReads: true,
  keys: ({ staff, deputy, withdrawn, ...when }) =>
    withdrawn
      ? []
      : monthsOf(when).flatMap((month) => [
          `month:${month}`,
          `away:${staff}:${month}`,
          ...(deputy === null ? [] : [`deputy:${deputy}:${month}`]),
        ]),
  knows: absenceKnows,
  rules: [absenceIsNoYear, absentIsKnown, deputyIsNamed, notForOwnGain],
});
