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
export type StaffId = z.output<typeof StaffId>;
export const DepartmentId = idSchema('DepartmentId');
export type DepartmentId = z.output<typeof DepartmentId>;
export const RoomId = idSchema('RoomId');
export type RoomId = z.output<typeof RoomId>;

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
  /** What kind of office it is, by the name of its vertical: `medical`, `small-business`. Null: nobody has said. */
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'Not a kind of office such as small-business' })
    .nullable()
    .default(null),
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

/** A part of the office that answers for something: the laboratory, the workshop, a practice group. */
export const Department = z.strictObject({
  name: line(120),
  site: SiteId,
  /** Who answers for it. */
  head: StaffId.nullable().default(null),
  /** No longer in use. The record stays, since people and rooms may still name it. */
  withdrawn: z.boolean().default(false),
});
export type Department = z.output<typeof Department>;

/** What a room is for. */
export const RoomKind = z.enum(['reception', 'waiting', 'consultation', 'meeting', 'office', 'other']);
export type RoomKind = z.output<typeof RoomKind>;

export const Room = z.strictObject({
  name: line(120),
  site: SiteId,
  /** Null: it belongs to no department, or to all. */
  department: DepartmentId.nullable().default(null),
  kind: RoomKind,
  /** No longer in use. The record stays, since devices and the log may still name it. */
  withdrawn: z.boolean().default(false),
});
export type Room = z.output<typeof Room>;

const MOST_DEPARTMENTS = 20;
const MOST_DEPUTIES = 5;

/** Ids in order, none of them twice. */
const distinct = <Id extends z.ZodType<string>>(id: Id, most: number) =>
  z
    .array(id)
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'Named twice' });

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
  departments: distinct(DepartmentId, MOST_DEPARTMENTS).default([]),
  /** Where this person is found. */
  room: RoomId.nullable().default(null),
  /** Who stands in for this person while they are away, in this order. */
  deputies: distinct(StaffId, MOST_DEPUTIES).default([]),
  /** Who takes over the open work once this person has left. */
  successor: StaffId.nullable().default(null),
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
