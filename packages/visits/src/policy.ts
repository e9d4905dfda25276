import * as z from 'zod';

/** Names a purpose in the policy: `delivery`. */
export const PurposeId = z.string().regex(/^[a-z][A-Za-z]{0,29}$/);

const Label = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

/** What an office may set about its visits. A visit copies it when it begins, so that a change never moves a running one. */
export const VisitPolicy = z.strictObject({
  /** Minutes a visitor waits unanswered before the desk is told. */
  hostReminderMinutes: z.int().min(1).max(60),
  /** Whether a badge is printed when a visitor is sent up. */
  badge: z.enum(['print', 'none']),
  /** What the kiosk offers as a purpose. Empty: it does not ask, because even the purpose would tell too much. */
  purposes: z.array(z.strictObject({ id: PurposeId, label: Label })).max(12),
});
export type VisitPolicy = z.output<typeof VisitPolicy>;
