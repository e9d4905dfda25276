import { defineRoute } from '@front-office/kernel';
import { officeAt, type StaffMember, staffMembers } from '@front-office/organisation';
import { displayName, endOfDay, Instant, localDate, startOfDay, TimeZone } from '@front-office/values';
import { listVisits, VisitLine } from '@front-office/visits';
import * as z from 'zod';
import { byIds } from './by-ids.ts';

const Line = VisitLine.extend({ hostName: z.string() });

/** More than one screen can show; an office with more visitors on one day pages through `GET /visits`. */
const MOST_LINES = 200;

/** The day at the desk: who is here, who is still to come, who has gone; with the names of the hosts. */
export const visitorsToday = defineRoute({
  method: 'GET',
  path: '/desk/visitors',
  summary: "Today's visitors with the names of their hosts",
  needs: 'visits.receive',
  input: z.strictObject({}),
  output: z.object({
    now: Instant,
    office: z.string(),
    zone: TimeZone,
    /** Everyone in the house and everyone expected today, also those left over from an earlier day. */
    open: z.array(Line),
    ended: z.array(Line),
  }),
  async run({ kernel, office, query }) {
    const now = kernel.now();
    const own = await kernel.read(office, officeAt(now));
    const { zone } = own.calendar;
    const today = localDate(now, zone);
    const page = { until: endOfDay(today, zone), limit: MOST_LINES };
    const [open, ended] = await Promise.all([
      listVisits(query, office, { show: 'open', ...page }),
      listVisits(query, office, { show: 'ended', from: startOfDay(today, zone), ...page }),
    ]);
    const hosts = [...open.visits, ...ended.visits].map(({ host }) => host);
    const names = await kernel.read(office, byIds(staffMembers, hosts));
    const named = (line: VisitLine) => ({ ...line, hostName: hostName(names.get(line.host)) });
    return { now, office: own.office.name, zone, open: open.visits.map(named), ended: ended.visits.map(named) };
  },
});

/** A host whose record was erased has no name any more; the visit stays in the log. */
const hostName = (staff: StaffMember | undefined) => (staff ? displayName(staff.name) : '—');
