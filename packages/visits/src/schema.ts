import { type CommandsOf, type FactsOf, freeText, personal } from '@front-office/kernel';
import { Instant, idSchema, PersonName } from '@front-office/values';
import * as z from 'zod';
import { LabelId, PurposeId, VisitPolicy } from './policy.ts';

export const StaffId = idSchema('StaffId');
export const VisitId = idSchema('VisitId');
export const BarredId = idSchema('BarredId');
export type BarredId = z.output<typeof BarredId>;

/**
 * One line that somebody types, with something to see in it. No line break and nothing that turns the direction of the
 * text around it, since the desk reads it beside other words.
 */
const line = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(most)
    .regex(/^(?=.*[^\p{Z}\p{Cf}])[^\t\n\v\f\r\u0085\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u);

const visitor = {
  visitor: personal(PersonName),
  company: personal(line(100)).optional(),
  host: StaffId,
  purpose: PurposeId.optional(),
};
const Reason = freeText(300);

/** A slip of the year is refused, and every moment has a day around it that can be computed. */
const MomentAhead = Instant.refine((at) => at >= '2000' && at < '3000', {
  error: 'Not between the years 2000 and 2999',
});

/** What each command takes. */
export const inputs = {
  /** The desk announces a visitor. */
  expect: z.strictObject({
    ...visitor,
    expectedAt: MomentAhead,
    note: freeText(300).optional(),
    label: LabelId.optional(),
  }),
  /** A visitor whom nobody announced checks in. */
  walkIn: z.strictObject(visitor),
  /** An announced visitor has come. */
  checkIn: z.strictObject({}),
  /** The visitor is sent on to the host, with a badge where the house gives one. */
  receive: z.strictObject({ badge: personal(line(20)).optional() }),
  /** The visitor has left the house. */
  leave: z.strictObject({}),
  /** The visit does not take place, for a reason that is kept. */
  turnAway: z.strictObject({ reason: Reason }),
  /** Somebody else receives the visitor. */
  changeHost: z.strictObject({ host: StaffId }),
  /** From now on only those see the visit who are let in on this; null: everybody whose work it is. */
  keepBack: z.strictObject({ label: LabelId.nullable() }),
};

/** Open time of the office from the arrival on: along it the minutes until somebody is told are counted. */
const OpenTime = z
  .array(z.object({ from: Instant, to: Instant }))
  .readonly()
  .default([]);

const Known = z.object({
  /** The host, when this person receives visitors. */
  host: z.object({ id: StaffId }).nullable(),
  /** When the office closes on the day of the visit. */
  closesAt: Instant,
  policy: VisitPolicy,
  /** Entries of the barred list with the visitor's name. They warn the desk; a person decides. */
  barred: z.array(BarredId),
});

/** What a command was judged on, beside its input. */
export const known = {
  expect: Known,
  walkIn: Known.extend({ openTime: OpenTime }),
  checkIn: Known.pick({ closesAt: true, barred: true }).extend({ openTime: OpenTime }),
  changeHost: Known.pick({ host: true }),
};
export type Known = z.output<typeof Known>;

/** What happened. Facts carry ids; names stay with the case. */
export const facts = {
  visitorExpected: z.object({ host: StaffId, expectedAt: Instant }),
  visitorArrived: z.object({ host: StaffId, announced: z.boolean() }),
  barredNameMatched: z.object({ entries: z.array(BarredId) }),
  hostReminded: z.object({ host: StaffId }),
  /** The host was reminded and still nobody came for the visitor: now it is for the desk. */
  hostDidNotAnswer: z.object({ host: StaffId }),
  visitorReceived: z.object({ host: StaffId, badge: personal(z.string()).nullable() }),
  visitorLeft: z.object({ forgotten: z.boolean() }),
  visitorTurnedAway: z.object({ reason: Reason }),
  visitorDidNotCome: z.object({ host: StaffId }),
  hostChanged: z.object({ from: StaffId, host: StaffId }),
  visitKeptBack: z.object({ label: LabelId.nullable() }),
  /** The visit has been kept as long as the house keeps them. The log stays, without anything personal. */
  visitErased: z.object({}),
};

/** The states of a visit, in the order of a day; of an erased one only the log remains. */
export const VisitState = z.enum(['expected', 'waiting', 'withHost', 'left', 'noShow', 'turnedAway', 'erased']);
export type VisitState = z.output<typeof VisitState>;

/** A visit as it stands. Instants that have not come yet are null. */
export const Visit = z.object({
  visitor: PersonName,
  /** The name as it is compared with the barred list: whatever the order, the case or the spelling of an umlaut. */
  nameKey: z.string(),
  company: z.string().nullable(),
  host: StaffId,
  purpose: z.string().nullable(),
  note: z.string().nullable(),
  announced: z.boolean(),
  expectedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** In the present state since then. */
  since: Instant,
  /** Closing time of the day of the visit: then a forgotten visit ends. */
  closesAt: Instant,
  /** When the host is reminded of the visitor, and when the desk is told; null before the arrival. */
  remindAt: Instant.nullable(),
  tellDeskAt: Instant.nullable(),
  /** For what the visit is kept back. */
  label: LabelId.nullable(),
  badge: z.string().nullable(),
  barred: z.array(BarredId),
  hostReminded: z.boolean(),
  /** The host did not answer the reminder, and the desk was told. */
  deskTold: z.boolean(),
  /** Nobody saw the visitor leave; the visit ended with the day. */
  forgotten: z.boolean(),
  policy: VisitPolicy,
});
export type Visit = z.output<typeof Visit>;

export type VisitCommand = CommandsOf<typeof inputs, typeof known>;
export type VisitFact = FactsOf<typeof facts>;
