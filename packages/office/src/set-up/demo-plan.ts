import { atLocal, type Instant, LocalTime, localDate, TimeZone } from '@front-office/values';
import { closingDaysOf, type Vertical } from '@front-office/verticals';
import type { Plan } from './plan.ts';

/** An office as its kind's samples have it, with closing days of this year and the next, and who is away today. */
export function demoPlan(vertical: Vertical, now: Instant): Plan {
  const { organisation, sample, roles, name } = vertical;
  const zone = TimeZone.parse(organisation.office.zone);
  const today = localDate(now, zone);
  const thisYear = Number(today.slice(0, 4));
  const at = (time: string) => atLocal(today, LocalTime.parse(time), zone);
  return {
    office: { ...organisation.office, kind: name },
    site: organisation.site,
    departments: organisation.departments,
    rooms: organisation.rooms,
    roles,
    staff: organisation.staff,
    closingDays: [thisYear, thisYear + 1].flatMap((year) => closingDaysOf(vertical, year)),
    absences: sample.absences.map(({ staff, deputy, from, until }) => ({
      staff,
      deputy,
      from: at(from),
      until: at(until),
    })),
    barred: sample.barred,
  };
}
