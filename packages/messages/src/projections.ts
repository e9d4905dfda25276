import { type At, type Sql, sql } from '@front-office/kernel';
import type { Message } from './schema.ts';

/** One row a message, as the desk lists it. */
function messageRow(_fact: unknown, { office, case: message, state, context }: At<Message>): Sql {
  const staff = context.to.kind === 'staff' ? context.to.id : null;
  return sql`insert into messages.message
      (office_id, message_id, state, template, staff_id, about_workflow, about_id, queued_at, since, send_at, code, reply)
    values (${office}, ${message}, ${state}, ${context.template}, ${staff}, ${context.about.workflow},
      ${context.about.id}, ${context.queuedAt}, ${context.since}, ${context.sendAt}, ${context.code}, ${context.reply})
    on conflict (office_id, message_id) do update set
      state = excluded.state, since = excluded.since, send_at = excluded.send_at, code = excluded.code,
      reply = excluded.reply`;
}

/** When a message is erased its row goes too. */
export const dropRow = ({ office, case: message }: Pick<At, 'office' | 'case'>): Sql =>
  sql`delete from messages.message where office_id = ${office} and message_id = ${message}`;

export const projections = {
  messageHeld: messageRow,
  messageQueued: messageRow,
  messageSent: messageRow,
  messageBounced: messageRow,
  messageFailed: messageRow,
  messageCancelled: messageRow,
};
