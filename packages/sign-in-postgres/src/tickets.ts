import type { Directory, Ticket } from '@front-office/sign-in';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf } from './columns.ts';

const columns: ColumnsOf<Ticket> = {
  kind: 't.kind',
  hash: 't.hash',
  subject: 't.subject',
  about: 't.about',
  until: 't.until',
};

export const ticketsIn = (ask: Ask): Pick<Directory, 'addTicket' | 'ticket' | 'takeTicket' | 'withdrawTickets'> => ({
  addTicket: async ({ kind, hash, subject, about, until }) => {
    await ask({
      text: 'insert into sign_in.ticket (kind, hash, subject, about, until) values ($1, $2, $3, $4, $5)',
      values: [kind, hash, subject, about, until],
    });
  },

  ticket: async (kind, hash, now) => {
    const [ticket] = await ask<Ticket>({
      text: `select ${listOf(columns)} from sign_in.ticket t where t.kind = $1 and t.hash = $2 and t.until > $3`,
      values: [kind, hash, now],
    });
    return ticket;
  },

  // Of two who delete one row at once, the second waits and then finds it gone.
  takeTicket: async (kind, hash, now) => {
    const [ticket] = await ask<Ticket>({
      text: `delete from sign_in.ticket t where t.kind = $1 and t.hash = $2 and t.until > $3
             returning ${listOf(columns)}`,
      values: [kind, hash, now],
    });
    return ticket;
  },

  withdrawTickets: async (kind, subject) => {
    await ask({ text: 'delete from sign_in.ticket where kind = $1 and subject = $2', values: [kind, subject] });
  },
});
