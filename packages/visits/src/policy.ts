import * as z from 'zod';

/** Names a purpose in the policy: `delivery`. */
export const PurposeId = z.string().regex(/^[a-z][A-Za-z]{0,29}$/);

const Label = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** Names a reason to keep a visit back: `sequestered`, `vip`, `custody`. The kernel knows it as the label of the case. */
export const LabelId = z.string().regex(/^[a-z][a-z-]{0,29}$/);

/** Nobody waits longer than an hour before somebody is told. */
const MOST_MINUTES = 60;

/** The most open minutes after an arrival that the policy below can speak of. */
export const MOST_MINUTES_WAITED = 2 * MOST_MINUTES;

/** What an office may set about its visits. A visit copies it when it begins, so that a change never moves a running one. */
export const VisitPolicy = z.strictObject({
  /** Minutes a visitor waits before the host is reminded. Only minutes in which the office is open count. */
  hostReminderMinutes: z.int().min(1).max(MOST_MINUTES),
  /** Further open minutes, counted from that reminder, before the desk is told that the host does not answer. */
  deskToldMinutes: z.int().min(1).max(MOST_MINUTES).default(1),
  /** Days that a visit is kept after it has ended; then it is erased. */
  keepDays: z.int().min(1).max(3650).default(30),
  /** Whether this house gives visitors a printed badge. */
  badge: z.enum(['print', 'none']),
  /** What the kiosk offers as a purpose. Empty: it does not ask, because even the purpose would tell too much. */
  purposes: z.array(z.strictObject({ id: PurposeId, label: Label })).max(12),
  /** For what a visit can be kept back from those who are not let in on it. */
  labels: z
    .array(z.strictObject({ id: LabelId, label: Label }))
    .max(12)
    .default([]),
});
export type VisitPolicy = z.output<typeof VisitPolicy>;

/** What version 2 had no word for. */
export const policyOfVersion2 = { labels: [] } as const satisfies Partial<VisitPolicy>;

/** What version 1 had no word for, as a visit of that time goes on with it. */
export const policyOfVersion1 = { deskToldMinutes: 1, keepDays: 30 } as const satisfies Partial<VisitPolicy>;
