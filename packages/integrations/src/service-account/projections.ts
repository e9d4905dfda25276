import { type At, type Sql, sql } from '@front-office/kernel';
import type { ServiceAccount } from './schema.ts';

/** One row an account, as the desk lists it. */
function accountRow(_fact: unknown, { office, case: account, state, context }: At<ServiceAccount>): Sql {
  return sql`insert into integrations.service_account
      (office_id, account_id, state, name, purpose, scopes, until, since)
    values (${office}, ${account}, ${state}, ${context.name}, ${context.purpose}, ${context.scopes},
      ${context.until}, ${context.since})
    on conflict (office_id, account_id) do update set
      state = excluded.state, name = excluded.name, purpose = excluded.purpose, scopes = excluded.scopes,
      until = excluded.until, since = excluded.since`;
}

/** When an account is erased its row goes too. */
export const dropAccount = ({ office, case: account }: Pick<At, 'office' | 'case'>): Sql =>
  sql`delete from integrations.service_account where office_id = ${office} and account_id = ${account}`;

export const projections = {
  serviceAccountCreated: accountRow,
  serviceAccountChanged: accountRow,
  serviceAccountClosed: accountRow,
  serviceAccountExpired: accountRow,
};
