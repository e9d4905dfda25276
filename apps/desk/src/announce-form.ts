import type { VisitRoutes } from '@front-office/visits/contract';
import { instantAt, nextQuarter, wallClock } from './times.ts';

/** The entries of the form, in the order in which they are asked. */
export const announceFields = ['given', 'family', 'company', 'host', 'date', 'time', 'note'] as const;
export type AnnounceField = (typeof announceFields)[number];
/** What was typed; of the host the id of the person chosen, or nothing. */
export type Announcement = Readonly<Record<AnnounceField, string>>;

export type ExpectInput = NonNullable<Extract<VisitRoutes, { path: '/visits/expected' }>['takes']>;

/** An empty form, for today and the next quarter of an hour on the office's wall clock. */
export const emptyAnnouncement = (now: number, zone: string): Announcement => ({
  given: '',
  family: '',
  company: '',
  host: '',
  note: '',
  ...wallClock(nextQuarter(now), zone),
});

/** Entries without which nothing can be sent; whether they are right is for the server to say. */
export const missing = (typed: Announcement): AnnounceField[] =>
  (['family', 'host', 'date', 'time'] as const).filter((field) => typed[field].trim() === '');

export function expectInput(typed: Announcement, zone: string): ExpectInput {
  const { given, family, company, note } = typed;
  return {
    visitor: { family, ...(given.trim() && { given }) },
    host: typed.host,
    expectedAt: instantAt(typed.date, typed.time, zone),
    ...(company.trim() && { company }),
    ...(note.trim() && { note }),
  };
}

const fieldOfCode: Readonly<Record<string, AnnounceField>> = { host_unknown: 'host', expected_day_over: 'date' };
const fieldOfPath: Readonly<Record<string, AnnounceField>> = {
  'visitor.given': 'given',
  'visitor.family': 'family',
  company: 'company',
  host: 'host',
  expectedAt: 'date',
  note: 'note',
};

/** The entries that a refusal speaks of: those it names, or the one that its code is about. */
export function refusedFields(code: string, paths: readonly string[]): AnnounceField[] {
  const named = paths.flatMap((path) => fieldOfPath[path] ?? []);
  const meant = fieldOfCode[code];
  return meant ? [meant] : named;
}
