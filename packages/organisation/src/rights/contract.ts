import { byKey, byPrefix, commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import { idSchema } from '@front-office/values';
import * as z from 'zod';
import { PageQuery, pageOf } from '../routes/pages.ts';
import { OWNERS } from './knows.ts';
import { monthOf } from './months.ts';
import { absences, owners, roles, staffRights } from './records.ts';
import { Absence, Owners, Role, StaffRights } from './schema.ts';

const RoleId = idSchema('RoleId');
const StaffRightsId = idSchema('StaffRightsId');
const AbsenceId = idSchema('AbsenceId');
const OwnersId = idSchema('OwnersId');

/** In a month; a school with fifty people has fewer. */
const MOST_ABSENCES = 500;

const roleRefusals = [
  'role_key_taken',
  'role_key_stays',
  'too_many_roles',
  'capability_unknown',
  'only_reading',
  'own_rights',
  'reason_needed',
] as const;
const rightsRefusals = [
  'rights_exist',
  'rights_stay_with',
  'staff_unknown',
  'role_unknown',
  'role_needs_an_end',
  'own_rights',
  'reason_needed',
] as const;
const absenceRefusals = ['absence_too_long', 'staff_unknown', 'not_a_deputy', 'not_for_own_gain'] as const;

/** Who may do what: roles, the rights of each person, owners, and absences. */
export const rightsRoutes = [
  defineRoute({
    method: 'GET',
    path: '/roles',
    summary: 'The roles of this office, page by page',
    needs: 'staff.read',
    input: PageQuery,
    output: z.object({ roles: z.array(Role.extend({ id: RoleId })), next: RoleId.nullable() }),
    async run(asked, page) {
      const { records, next } = await pageOf(roles, RoleId, asked, page);
      return { roles: records, next };
    },
  }),
  startRoute(roles, 'create', { path: '/roles', summary: 'Make a role', refusals: roleRefusals }),
  viewRoute(roles, { path: '/roles/{role}', summary: 'One role, with its log', context: Role }),
  commandRoute(roles, 'change', {
    path: '/roles/{role}/change',
    summary: 'Say anew what a role may do',
    refusals: roleRefusals,
  }),
  defineRoute({
    method: 'GET',
    path: '/staff-rights',
    summary: 'Level and roles of everybody who has any, page by page',
    needs: 'staff.read',
    input: PageQuery,
    output: z.object({
      staffRights: z.array(StaffRights.extend({ id: StaffRightsId })),
      next: StaffRightsId.nullable(),
    }),
    async run(asked, page) {
      const { records, next } = await pageOf(staffRights, StaffRightsId, asked, page);
      return { staffRights: records, next };
    },
  }),
  startRoute(staffRights, 'create', {
    path: '/staff-rights',
    summary: 'Give somebody their first level and roles',
    refusals: rightsRefusals,
  }),
  viewRoute(staffRights, {
    path: '/staff-rights/{staffRights}',
    summary: 'Level and roles of one person, with the log of who gave them',
    context: StaffRights,
  }),
  commandRoute(staffRights, 'change', {
    path: '/staff-rights/{staffRights}/change',
    summary: 'Say anew which level and roles somebody has',
    refusals: rightsRefusals,
  }),
  defineRoute({
    method: 'GET',
    path: '/owners',
    summary: 'Whose office it is',
    needs: 'staff.read',
    input: z.strictObject({}),
    output: z.object({ owners: Owners.extend({ id: OwnersId }).nullable() }),
    async run({ kernel, office, actor }) {
      const [found] = await kernel.read(office, byKey(owners, OWNERS), actor);
      return { owners: found ? { ...found.data, id: OwnersId.parse(found.id) } : null };
    },
  }),
  commandRoute(owners, 'change', {
    path: '/owners/{owners}/change',
    summary: 'Make somebody an owner, or no longer one; only an owner may',
    refusals: ['owners_exist', 'owner_only', 'staff_unknown', 'last_owner'],
  }),
  defineRoute({
    method: 'GET',
    path: '/absences',
    summary: 'Who is away in a month (UTC), and who stands in for them; this month when left out',
    needs: 'staff.read',
    input: z.strictObject({
      month: z
        .string()
        .regex(/^[2-9]\d{3}-(0[1-9]|1[0-2])$/)
        .optional(),
    }),
    output: z.object({
      absences: z.array(Absence.safeExtend({ id: AbsenceId })),
      /** Whether there are more than are told. */
      more: z.boolean(),
    }),
    async run({ kernel, office, actor }, { month = monthOf(kernel.now()) }) {
      const found = await kernel.read(office, byPrefix(absences, `month:${month}`, MOST_ABSENCES + 1), actor);
      const told = found.slice(0, MOST_ABSENCES).map(({ id, data }) => ({ ...data, id: AbsenceId.parse(id) }));
      return { absences: told, more: found.length > MOST_ABSENCES };
    },
  }),
  startRoute(absences, 'create', { path: '/absences', summary: 'Somebody is away', refusals: absenceRefusals }),
  viewRoute(absences, { path: '/absences/{absence}', summary: 'One absence, with its log', context: Absence }),
  commandRoute(absences, 'change', {
    path: '/absences/{absence}/change',
    summary: 'Somebody is away at another time, or not at all',
    refusals: absenceRefusals,
  }),
] as const;
