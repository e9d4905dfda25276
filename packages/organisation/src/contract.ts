import { type CaseRow, defineRoute, languages, viewRoute } from '@front-office/kernel';
import {
  closingTime,
  DayHours,
  displayName,
  hoursOn,
  Instant,
  isOpen,
  LocalDate,
  localDate,
  TimeZone,
} from '@front-office/values';
import * as z from 'zod';
import { officeAt } from './calendar.ts';
import { isHost, staffMembers } from './records.ts';
import { Office, StaffId, StaffMember } from './schema.ts';

const officeRoute = defineRoute({
  method: 'GET',
  path: '/office',
  summary: 'The office: its name, zone and language, and when it is open today',
  needs: 'office.read',
  input: z.strictObject({}),
  output: z.object({
    name: Office.shape.name,
    zone: TimeZone,
    country: Office.shape.country,
    language: z.enum(languages),
    today: z.object({
      date: LocalDate,
      hours: DayHours,
      /** Why these are not the hours of the week: the reason of an exception, or the name of a holiday. */
      reason: z.string().nullable(),
      open: z.boolean(),
      closesAt: Instant,
    }),
  }),
  async run({ kernel, office: id }) {
    const at = kernel.now();
    const { office, calendar } = await kernel.read(id, officeAt(at));
    const date = localDate(at, calendar.zone);
    const exception = calendar.exceptions.find((each) => each.date === date);
    const reason = exception ? exception.reason : calendar.holidays(date);
    const { name, zone, country, language } = office;
    const today = {
      date,
      hours: hoursOn(calendar, date),
      reason: reason ?? null,
      open: isOpen(calendar, at),
      closesAt: closingTime(calendar, at),
    };
    return { name, zone, country, language, today };
  },
});

const staffRoute = defineRoute({
  method: 'GET',
  path: '/staff-members',
  summary: 'Staff members whom a visitor can be announced for, page by page in the order of their entry',
  needs: 'staff.read',
  input: z.strictObject({ after: StaffId.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({
    staffMembers: z.array(z.object({ id: StaffId, name: z.string() })),
    /** To be sent as `after` for the next page; null on the last one. A page may hold fewer than `limit`. */
    next: StaffId.nullable(),
  }),
  async run({ kernel, office }, { after, limit }) {
    const rows = await kernel.list({ office, workflow: staffMembers.name, after, limit: limit + 1 });
    const page = rows.slice(0, limit).map(asStaff);
    return {
      staffMembers: page
        .filter(({ data }) => isHost(data))
        .map(({ id, data }) => ({ id, name: displayName(data.name) })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  },
});

const staffMemberRoute = viewRoute(staffMembers, {
  path: '/staff-members/{staffMember}',
  summary: 'One staff member, also one who has left',
  context: StaffMember,
});

/** The routes of this package. Records are created and changed by whoever sets the office up, not yet over the wire. */
export const routes = [officeRoute, staffRoute, staffMemberRoute] as const;

/** The store keeps ids as the kernel made them, and data as the record's own schema parsed it. */
const asStaff = (row: CaseRow) => ({ id: StaffId.parse(row.id), data: row.snapshot.context as StaffMember });

/** The routes as types, for the typed client. */
export type OrganisationRoutes = (typeof routes)[number];
