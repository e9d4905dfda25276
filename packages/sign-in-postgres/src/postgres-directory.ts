import type { Directory } from '@front-office/sign-in';
import type pg from 'pg';
import { accountsIn } from './accounts.ts';
import { type Ask, askAsDirectory } from './as-directory.ts';
import { attemptsIn } from './attempts.ts';
import { membershipsIn } from './memberships.ts';
import { passkeysIn } from './passkeys.ts';
import { recoveryIn } from './recovery.ts';
import { sessionsIn } from './sessions.ts';
import { ticketsIn } from './tickets.ts';
import { tidyingIn } from './tidying.ts';
import { tokensIn } from './tokens.ts';

/**
 * The directory on PostgreSQL. Each method is one statement in one round trip, as the role `front_office_directory`,
 * which the pool's user must be allowed to take: the owner who ran the migrations is.
 *
 * @throws {StoreAway} when the server cannot be reached; other errors are the server's own.
 */
export function createPostgresDirectory({ pool }: { readonly pool: pg.Pool }): Directory {
  const ask: Ask = (statement) => askAsDirectory(pool, statement);
  return {
    ...accountsIn(ask),
    ...passkeysIn(ask),
    ...recoveryIn(ask),
    ...membershipsIn(ask),
    ...sessionsIn(ask),
    ...ticketsIn(ask),
    ...tokensIn(ask),
    ...attemptsIn(ask),
    ...tidyingIn(ask),
  };
}
