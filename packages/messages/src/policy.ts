import * as z from 'zod';
import { QuietHours } from './quiet-hours.ts';

/** What an office may set about its messages. A message copies it when it is queued, so that a change never moves one. */
export const MessagePolicy = z.strictObject({
  /** While these last, only what is urgent is sent; null: the office has none. */
  quiet: QuietHours.nullable(),
  /** Days that a message is kept after it was sent, or was given up; then it is erased. */
  keepDays: z.int().min(1).max(3650),
  /** Whether a mail may name the visitor. Mail is read along; where even the visit is confidential it says only "your visitor". */
  namesVisitors: z.boolean(),
});
export type MessagePolicy = z.output<typeof MessagePolicy>;
