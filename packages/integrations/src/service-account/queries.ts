import { type QueryRows, sql } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { BEFORE_ALL, Cursor, PageSize } from '../page.ts';
import { Right } from '../rights.ts';
import { ServiceAccountId, ServiceAccountState } from './schema.ts';

/** One line of the list. */
export const ServiceAccountLine = z.object({
  account: ServiceAccountId,
  state: ServiceAccountState,
  name: z.string(),
  purpose: z.string(),
  scopes: z.array(Right),
  until: Instant,
  since: Instant,
});
type ServiceAccountLine = z.output<typeof ServiceAccountLine>;

export const ServiceAccountQuery = z.strictObject({
  state: ServiceAccountState.default('active'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: PageSize.default(50),
});

/** One page of the accounts in one state, those that end first at the top. `next`: where the next page begins. */
export async function listServiceAccounts(
  query: QueryRows,
  office: string,
  { state, after, limit }: z.output<typeof ServiceAccountQuery>,
): Promise<{ accounts: ServiceAccountLine[]; next: string | null }> {
  const [until, id] = after ?? BEFORE_ALL;
  const rows = await query<ServiceAccountLine>(sql`
    select account_id as account, state, name, purpose, scopes, until, since
    from integrations.service_account
    where office_id = ${office} and state = ${state} and (until, account_id) > (${until}, ${id})
    order by until, account_id
    limit ${limit + 1}`);
  const accounts = rows.slice(0, limit);
  const last = accounts.at(-1);
  return { accounts, next: rows.length > limit && last ? `${last.until}~${last.account}` : null };
}
