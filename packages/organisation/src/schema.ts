import { languages, personal } from '@front-office/kernel';
import {
  DayException as ExceptionalHours,
  idSchema,
  LocalDate,
  PersonName,
  TimeZone,
  WeeklyHours,
} from '@front-office/values';
import * as z from 'zod';

export const SiteId = idSchema('SiteId');
export type SiteId = z.output<typeof SiteId>;
export const StaffId = idSchema('StaffId');

/** An address that mail goes to, as a mail server takes it (RFC 5321: at most 254 characters). */
export const MailAddress = z.email().max(254);

const line = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

/** Where an office lies for the law of holidays: codes of ISO 3166-1 and 3166-2, in capitals. */
const place = {
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'Not a country code such as DE' }),
  /** The second half of the ISO 3166-2 code: `BY`, `NY`. Left out, only what the whole country keeps is a holiday. */
  state: z
    .string()
    .regex(/^[A-Z0-9]{1,3}$/, { error: 'Not a state code such as BY' })
    .optional(),
  /** Part of a state with holidays of its own, by the code of the `date-holidays` library: `KATH` in Bavaria. */
  region: z
    .string()
    .regex(/^[A-Z0-9-]{1,10}$/, { error: 'Not a region code such as KATH' })
    .optional(),
};

/** The office itself. There is one of these records in each office. */
export const Office = z.strictObject({
  name: line(120),
  zone: TimeZone,
  ...place,
  /** What letters, holidays and a screen that nobody chose a language for are written in. */
  language: z.enum(languages),
  hours: WeeklyHours,
  /** Where the house's own mail comes from. Without it nothing is sent. */
  mail: MailAddress.nullable().default(null),
  /** Where the front desk reads its mail. */
  deskMail: MailAddress.nullable().default(null),
});
export type Office = z.output<typeof Office>;

/** One of the office's addresses. */
export const Site = z.strictObject({
  name: line(120),
  /** As on an envelope, without the office's name. */
  address: z.array(line(100)).min(1).max(6),
  /** Left out, the office's own. */
  hours: WeeklyHours.optional(),
});
export type Site = z.output<typeof Site>;

/** Somebody who works here. */
export const StaffMember = z.strictObject({
  name: personal(PersonName),
  site: SiteId,
  /** Whether visitors may ask for this person. */
  receivesVisitors: z.boolean(),
  /** False once the person has left; the record stays, since the log names it. */
  active: z.boolean(),
  /** Where this person is told of a visitor. Nobody outside the house learns it. */
  mail: personal(MailAddress).nullable().default(null),
  /** What this person is written to in. */
  language: z.enum(languages).default('de'),
});
export type StaffMember = z.output<typeof StaffMember>;

/** So that a slip such as 0206-06-30 is refused, and every date has a day before and one after it. */
const inReach = (date: string) => date >= '2000-01-01' && date < '3000-01-01';

/** One date on which the office keeps other hours than the week and the law say: a closing day, a long Saturday. */
export const DayException = z.strictObject({
  ...ExceptionalHours.shape,
  date: LocalDate.refine(inReach, { error: 'Not between the years 2000 and 2999' }),
  /** Taken back: the date is an ordinary one again. */
  withdrawn: z.boolean().default(false),
});
export type DayException = z.output<typeof DayException>;
