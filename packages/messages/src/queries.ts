import { type QueryRows, type Sql, sql } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { About, FailureCode, MessageId, MessageState, ReplyCode } from './schema.ts';
import { TemplateName } from './templates/names.ts';

/** One line of the list. */
export const MessageLine = z.object({
  message: MessageId,
  state: MessageState,
  template: TemplateName,
  /** The staff member it is for; null for the front desk. */
  staff: z.uuid().nullable(),
  aboutWorkflow: About.shape.workflow,
  about: About.shape.id,
  queuedAt: Instant,
  since: Instant,
  sendAt: Instant,
  code: FailureCode.nullable(),
  reply: ReplyCode.nullable(),
});
export type MessageLine = z.output<typeof MessageLine>;

/** PostgreSQL counts no year 0. */
const Moment = Instant.refine((at) => at >= '0001', { error: 'Before the year 1' });

/** A place in the list: the moment and id of the last line seen. */
const Cursor = z
  .string()
  .regex(/^[^~]{1,40}~[^~]{1,40}$/)
  .transform((text) => text.split('~'))
  .pipe(z.tuple([Moment, z.uuid()]));

export const MessageQuery = z.strictObject({
  state: MessageState.default('failed'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type MessageQuery = z.output<typeof MessageQuery>;

export interface MessagePage {
  readonly messages: MessageLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** Later than every message: the list begins with the newest. */
const AFTER_ALL = ['9999-12-31T23:59:59.999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** One page of the messages in one state, the one that came to it last first. */
export async function listMessages(query: QueryRows, office: string, asked: MessageQuery): Promise<MessagePage> {
  const rows = await query<MessageLine>(messagePage(office, asked));
  const messages = rows.slice(0, asked.limit);
  const last = messages.at(-1);
  return { messages, next: rows.length > asked.limit && last ? `${last.since}~${last.message}` : null };
}

/** The statement of one page: one row more than the page, to know whether there is another. */
function messagePage(office: string, { state, after, limit }: MessageQuery): Sql {
  const [since, message] = after ?? AFTER_ALL;
  return sql`select message_id as message, state, template, staff_id as staff, about_workflow as "aboutWorkflow",
      about_id as about, queued_at as "queuedAt", since, send_at as "sendAt", code, reply
    from messages.message
    where office_id = ${office} and state = ${state} and (since, message_id) < (${since}, ${message})
    order by since desc, message_id desc
    limit ${limit + 1}`;
}
