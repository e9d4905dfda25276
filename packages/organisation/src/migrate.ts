import type { Migrations } from '@front-office/kernel';
import type { Office, StaffMember } from './schema.ts';

/** What version 1 did not ask for: nobody had an address. */
export const officeOfVersion1 = { mail: null, deskMail: null } as const satisfies Partial<Office>;
export const staffMemberOfVersion1 = { mail: null, language: 'de' } as const satisfies Partial<StaffMember>;

const adding =
  (fields: object): Migrations[number] =>
  ({ snapshot, timers }) => ({ snapshot: { ...snapshot, context: { ...fields, ...snapshot.context } }, timers });

/** For each released version: what an office, and a staff member, of it becomes in the next. */
export const migrateOffice: Migrations = { 1: adding(officeOfVersion1) };
export const migrateStaffMember: Migrations = { 1: adding(staffMemberOfVersion1) };
