import { Instant, isBefore, LocalDate } from '@front-office/values';
import * as z from 'zod';
import { StaffId } from '../schema.ts';
import { levels } from './levels.ts';

/** What a role is called in rights: it never changes, whatever its title becomes. */
const RoleKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'Not a key such as records-clerk' });

const CapabilityName = z.string().regex(/^[a-z][a-zA-Z]{0,49}(\.[a-z][a-zA-Z]{0,49}){1,3}$/, {
  error: 'Not a capability such as visits.receive',
});

/** Why something was given, for whoever asks later. */
const Reason = z.string().trim().normalize('NFC').min(1).max(500);

const once = (list: readonly string[]) => new Set(list).size === list.length;
const capabilities = z.array(CapabilityName).max(200).refine(once, { error: 'Named twice' });

/** What people of one occupation may do here: a set of capabilities, which grows with the level. */
export const Role = z.strictObject({
  key: RoleKey,
  title: z.strictObject({ de: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) }),
  /** What each level adds to those below it. */
  grants: z.strictObject({ trainee: capabilities, qualified: capabilities, senior: capabilities, lead: capabilities }),
  /** Confidentiality labels whose cases it may read. */
  labels: z.array(z.string().max(60)).max(50).default([]),
  /** It gives nothing that changes anything. */
  readsOnly: z.boolean().default(false),
  /** Nobody has it without an end, such as an auditor from outside. */
  mustEnd: z.boolean().default(false),
  reason: Reason.nullable().default(null),
  /** No longer in use: it gives nobody anything. */
  withdrawn: z.boolean().default(false),
});
export type Role = z.output<typeof Role>;

const Given = z
  .strictObject({
    role: RoleKey,
    /** Local days, both included. Without a first it has begun, without a last it stays. */
    from: LocalDate.nullable().default(null),
    until: LocalDate.nullable().default(null),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, { error: 'Ends before it begins' });

/** What one staff member may do: their level, and roles for as long as they have them. */
export const StaffRights = z.strictObject({
  staff: StaffId,
  level: z.enum(levels),
  roles: z.array(Given).max(20),
  reason: Reason.nullable().default(null),
});
export type StaffRights = z.output<typeof StaffRights>;

/** Whose house it is. They may do everything that people may do here, and one of them always remains. */
export const Owners = z.strictObject({
  staff: z.array(StaffId).min(1).max(20).refine(once, { error: 'Named twice' }),
  reason: Reason.nullable().default(null),
});
export type Owners = z.output<typeof Owners>;

/** Somebody is away, and perhaps somebody else may do meanwhile what they may. */
export const Absence = z
  .strictObject({
    staff: StaffId,
    from: Instant,
    until: Instant,
    /** One of the person's deputies; nobody: their work waits. */
    deputy: StaffId.nullable().default(null),
    /** Taken back. */
    withdrawn: z.boolean().default(false),
  })
  .refine(({ from, until }) => isBefore(from, until), { error: 'Ends before it begins' });
export type Absence = z.output<typeof Absence>;
