import type { Account, Directory, Membership, Session, SessionFound } from '@front-office/sign-in';
import { accountColumns } from './accounts.ts';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf, partOf } from './columns.ts';
import { idToFind } from './ids.ts';
import { membershipColumns } from './memberships.ts';

const columns: ColumnsOf<Session> = {
  id: 's.id',
  account: 's.account_id',
  office: 's.office_id',
  hash: 's.hash',
  browserHash: 's.browser_hash',
  browser: 's.browser',
  provenBy: 's.proven_by',
  owesSecond: 's.owes_second',
  createdAt: 's.created_at',
  provenAt: 's.proven_at',
  lastSeenAt: 's.last_seen_at',
  until: 's.until',
  lockedAt: 's.locked_at',
  endedAt: 's.ended_at',
  revision: 's.revision',
};

const parts = [listOf(columns, 's.'), listOf(accountColumns, 'a.'), listOf(membershipColumns, 'm.')];

const selectFound = `
  select ${parts.join(', ')}
  from sign_in.session s
    join sign_in.account a on a.id = s.account_id
    left join sign_in.membership m
      on m.account_id = s.account_id and m.office_id = s.office_id and m.ended_at is null`;

/** Runs at every request: three looks into indexes. */
export const selectByHash = `${selectFound} where s.hash = $1 and s.ended_at is null`;

export const sessionsIn = (
  ask: Ask,
): Pick<
  Directory,
  'addSession' | 'session' | 'sessionsOf' | 'sessionsOfBrowser' | 'changeSession' | 'endSession' | 'endSessions'
> => ({
  addSession: async (session) => {
    await ask({
      text: `insert into sign_in.session (id, office_id, hash, browser_hash, browser, proven_by, owes_second, proven_at,
               last_seen_at, until, locked_at, ended_at, revision, account_id, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      values: [...changeable(session), session.account, session.createdAt],
    });
  },

  session: async (hash) => {
    const [row] = await ask<JoinedRow>({ text: selectByHash, values: [hash] });
    return row && foundIn(row);
  },

  sessionsOf: (account) =>
    ask<Session>({
      text: `select ${listOf(columns)} from sign_in.session s
             where s.account_id = $1 and s.ended_at is null order by s.created_at, s.id`,
      values: [idToFind(account)],
    }),

  sessionsOfBrowser: async (browserHash) => {
    const rows = await ask<JoinedRow>({
      text: `${selectFound} where s.browser_hash = $1 and s.ended_at is null order by s.created_at, s.id`,
      values: [browserHash],
    });
    return rows.map(foundIn);
  },

  changeSession: async (session) => {
    const changed = await ask({
      text: `update sign_in.session
             set office_id = $2, hash = $3, browser_hash = $4, browser = $5, proven_by = $6, owes_second = $7, proven_at = $8,
               last_seen_at = $9, until = $10, locked_at = $11, ended_at = $12, revision = revision + 1
             where id = $1 and revision = $13 and ended_at is null returning true`,
      values: changeable(session),
    });
    return changed.length > 0;
  },

  endSession: async (id, at) => {
    await ask({
      text: `update sign_in.session set ended_at = $2, revision = revision + 1 where id = $1 and ended_at is null`,
      values: [idToFind(id), at],
    });
  },

  endSessions: async (account, at, but) => {
    const ended = await ask({
      text: `update sign_in.session set ended_at = $2, revision = revision + 1
             where account_id = $1 and ended_at is null and id is distinct from $3 returning id`,
      values: [idToFind(account), at, idToFind(but ?? '')],
    });
    return ended.length;
  },
});

const changeable = (session: Session) => [
  session.id,
  session.office,
  session.hash,
  session.browserHash,
  session.browser,
  session.provenBy,
  session.owesSecond,
  session.provenAt,
  session.lastSeenAt,
  session.until,
  session.lockedAt,
  session.endedAt,
  session.revision,
];

type JoinedRow = Readonly<Record<string, unknown>>;

const foundIn = (row: JoinedRow): SessionFound => ({
  session: partOf<Session>(columns, 's.', row),
  account: partOf<Account>(accountColumns, 'a.', row),
  membership: row['m.account'] === null ? undefined : partOf<Membership>(membershipColumns, 'm.', row),
});
