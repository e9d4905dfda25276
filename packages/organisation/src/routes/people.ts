import { commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import { displayName } from '@front-office/values';
import * as z from 'zod';
import { isHost, staffMembers } from '../records.ts';
import { StaffId, StaffMember } from '../schema.ts';
import { PageQuery, pageOf } from './pages.ts';

const hostsRoute = defineRoute({
  method: 'GET',
  path: '/staff-members',
  summary: 'Staff members whom a visitor can be announced for, page by page in the order of their entry',
  needs: 'staff.read',
  input: PageQuery,
  output: z.object({
    staffMembers: z.array(z.object({ id: StaffId, name: z.string() })),
    /** To be sent as `after` for the next page; null on the last one. A page may hold fewer than `limit`. */
    next: StaffId.nullable(),
  }),
  async run(asked, page) {
    const { records, next } = await pageOf(staffMembers, StaffId, asked, page);
    return { staffMembers: records.filter(isHost).map(({ id, name }) => ({ id, name: displayName(name) })), next };
  },
});

const staffRoute = defineRoute({
  method: 'GET',
  path: '/staff',
  summary: 'Everybody who works here or has left, with all that is set about them, page by page',
  needs: 'staff.invite',
  input: PageQuery,
  output: z.object({ staff: z.array(StaffMember.extend({ id: StaffId })), next: StaffId.nullable() }),
  async run(asked, page) {
    const { records, next } = await pageOf(staffMembers, StaffId, asked, page);
    return { staff: records, next };
  },
});

const refusals = [
  'site_unknown',
  'department_unknown',
  'room_unknown',
  'staff_unknown',
  'successor_unknown',
  'not_oneself',
  'owner_stays',
] as const;

const changeRoute = commandRoute(staffMembers, 'change', {
  path: '/staff-members/{staffMember}/change',
  summary: 'Change a staff member: where they work, who stands in for them, or that they have left',
  refusals,
});

/** Who works here. */
export const peopleRoutes = [
  hostsRoute,
  staffRoute,
  startRoute(staffMembers, 'create', { path: '/staff-members', summary: 'Take somebody on', refusals }),
  viewRoute(staffMembers, {
    path: '/staff-members/{staffMember}',
    summary: 'One staff member, also one who has left',
    context: StaffMember,
  }),
  changeRoute,
] as const;
