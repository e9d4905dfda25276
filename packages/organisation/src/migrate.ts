import type { Migrations } from '@front-office/kernel';
import type { Office, StaffMember } from './schema.ts';

// What a version did not ask for yet, and what it comes to: nobody had an address, no office had said what kind it is.
const missingInOffice1 = { mail: null, deskMail: null } as const satisfies Partial<Office>;
const missingInOffice2 = { kind: null } as const satisfies Partial<Office>;

const missingInStaffMember1 = { mail: null, language: 'de' } as const satisfies Partial<StaffMember>;
const missingInStaffMember2 = {
  departments: [],
  room: null,
  deputies: [],
  successor: null,
} satisfies Partial<StaffMember>;

const adding =
  (fields: object): Migrations[number] =>
  ({ snapshot, timers }) => ({ snapshot: { ...snapshot, context: { ...fields, ...snapshot.context } }, timers });

/** For each released version: what an office, and a staff member, of it becomes in the next. */
export const migrateOffice: Migrations = { 1: adding(missingInOffice1), 2: adding(missingInOffice2) };
export const migrateStaffMember: Migrations = { 1: adding(missingInStaffMember1), 2: adding(missingInStaffMember2) };

/**
 * An office as a lookup finds it: as it is stored, perhaps still by an older version. Its type says what today's version
 * stores, so whoever reads more of it than a name completes it first.
 */
export const completeOffice = (stored: Office): Office => ({ ...missingInOffice1, ...missingInOffice2, ...stored });

/** A staff member as a lookup finds them, completed in the same way. */
export const completeStaffMember = (stored: StaffMember): StaffMember => ({
  ...missingInStaffMember1,
  ...missingInStaffMember2,
  ...stored,
});
