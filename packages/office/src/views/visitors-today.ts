import { defineRoute, type QueryRows } from '@front-office/kernel';
import { officeAt, type StaffMember, staffMembers } from '@front-office/organisation';
import { displayName, endOfDay, Instant, localDate, startOfDay, TimeZone } from '@front-office/values';
import { listVisits, VisitLine, VisitQuery } from '@front-office/visits';
import * as z from 'zod';
import { byIds } from './by-ids.ts';

const Line = VisitLine.extend({ hostName: z.string() });

const LINES_A_PAGE = 200;

/** The day at the desk: who is here, who is still to come, who has gone; with the names of the hosts. */
export const visitorsToday = defineRoute({
  method: 'GET',
  path: '/desk/visitors',
  summary: "Today's visitors with the names of their hosts",
  needs: 'visits.read',
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
    const until = endOfDay(today, zone);
    const [open, ended] = await Promise.all([
      allVisits(query, office, { show: 'open', until }),
      allVisits(query, office, { show: 'ended', from: startOfDay(today, zone), until }),
    ]);
    const hosts = [...open, ...ended].map(({ host }) => host);
    const names = await kernel.read(office, byIds(staffMembers, hosts));
    const named = (line: VisitLine) => ({ ...line, hostName: hostName(names.get(line.host)) });
    return { now, office: own.office.name, zone, open: open.map(named), ended: ended.map(named) };
  },
});

/** Every page of them: whoever came last must not be missing because many came before. */
async function allVisits(query: QueryRows, office: string, asked: z.input<typeof VisitQuery>): Promise<VisitLine[]> {
  const visits: VisitLine[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listVisits(query, office, VisitQuery.parse({ ...asked, after, limit: LINES_A_PAGE }));
    visits.push(...page.visits);
    after = page.next;
  }
  return visits;
}

/** A host whose record was erased has no name any more; the visit stays in the log. */
const hostName = (staff: StaffMember | undefined) => (staff ? displayName(staff.name) : '—');
