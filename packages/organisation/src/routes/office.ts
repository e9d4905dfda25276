import { byKey, commandRoute, defineRoute, languages, refuse } from '@front-office/kernel';
import {
  closingTime,
  DayHours,
  hoursOn,
  Instant,
  idSchema,
  isOpen,
  LocalDate,
  localDate,
  TimeZone,
} from '@front-office/values';
import * as z from 'zod';
import { officeAt } from '../calendar.ts';
import { completeOffice } from '../migrate.ts';
import { offices, SELF } from '../records.ts';
import { Office } from '../schema.ts';

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

const OfficeRecordId = idSchema('OfficeRecordId');

const recordRoute = defineRoute({
  method: 'GET',
  path: '/office/record',
  summary: 'All that is set about the office, with the id by which it is changed',
  needs: 'policies.change',
  input: z.strictObject({}),
  output: Office.extend({ id: OfficeRecordId }),
  async run({ kernel, office, actor }) {
    const [own] = await kernel.read(office, byKey(offices, SELF), actor);
    if (own === undefined) return { refused: refuse('not_found') };
    return { ...completeOffice(own.data), id: OfficeRecordId.parse(own.id) };
  },
});

/** The office itself. Its record is made by whoever sets the office up. */
export const officeRoutes = [
  officeRoute,
  recordRoute,
  commandRoute(offices, 'change', {
    path: '/offices/{office}/change',
    summary: 'Change the office: its name, place, language, hours and addresses',
    refusals: ['holidays_unknown'],
  }),
] as const;
