import type { Actor } from '@front-office/kernel';
import { type Instant, isBefore } from '@front-office/values';
import type { ServiceAccount } from './schema.ts';

/** Whether keys of it are good now; also whether it may get another one. The timer that ends it may be late. */
export const isActive = ({ endedAt, until }: Pick<ServiceAccount, 'endedAt' | 'until'>, at: Instant): boolean =>
  endedAt === null && isBefore(at, until);

/**
 * Who asks with a good key of this account: its scopes as they are now, and no labels. Nothing once it has ended, whatever
 * the key says of itself.
 */
export function serviceActor(id: string, account: ServiceAccount, at: Instant): Actor | undefined {
  return isActive(account, at) ? { kind: 'service', id, capabilities: new Set(account.scopes) } : undefined;
}
