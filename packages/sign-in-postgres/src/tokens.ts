import type { Directory, Token } from '@front-office/sign-in';
import type { Instant } from '@front-office/values';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf } from './columns.ts';
import { idToFind } from './ids.ts';

const columns: ColumnsOf<Token> = {
  hash: 't.hash',
  kind: 't.kind',
  office: 't.office_id',
  subject: 't.subject_id',
  hint: 't.hint',
  scopes: 't.scopes',
  createdAt: 't.created_at',
  until: 't.until',
  endedAt: 't.ended_at',
  lastSeenAt: 't.last_seen_at',
};

const select = `select ${listOf(columns)} from sign_in.token t`;

export const tokensIn = (
  ask: Ask,
): Pick<Directory, 'addToken' | 'token' | 'tokensOf' | 'endTokens' | 'seenToken' | 'lastSeen'> => ({
  addToken: async ({ hash, kind, office, subject, hint, scopes, createdAt, until, endedAt, lastSeenAt }) => {
    await ask({
      text: `insert into sign_in.token
               (hash, kind, office_id, subject_id, hint, scopes, created_at, until, ended_at, last_seen_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [hash, kind, office, subject, hint, scopes, createdAt, until, endedAt, lastSeenAt],
    });
  },

  token: async (hash) => {
    const [token] = await ask<Token>({ text: `${select} where t.hash = $1`, values: [hash] });
    return token;
  },

  tokensOf: (office, subject) =>
    ask<Token>({
      text: `${select} where t.office_id = $1 and t.subject_id = $2 order by t.created_at, t.hash`,
      values: [idToFind(office), idToFind(subject)],
    }),

  endTokens: async (office, subject, at) => {
    await ask({
      text: `update sign_in.token set ended_at = $3
             where office_id = $1 and subject_id = $2 and ended_at is null`,
      values: [idToFind(office), idToFind(subject), at],
    });
  },

  seenToken: async (hash, at) => {
    await ask({
      text: `update sign_in.token set last_seen_at = $2
             where hash = $1 and (last_seen_at is null or last_seen_at <= $2::timestamptz - interval '1 minute')`,
      values: [hash, at],
    });
  },

  lastSeen: async (office) => {
    const rows = await ask<{ readonly subject: string; readonly at: Instant }>({
      text: `select subject_id as subject, max(last_seen_at) as at from sign_in.token
             where office_id = $1 and last_seen_at is not null group by subject_id`,
      values: [idToFind(office)],
    });
    return new Map(rows.map(({ subject, at }) => [subject, at]));
  },
});
