import { createSignIn, type RelyingParty, type SignIn, type TellAbout } from '@front-office/sign-in';
import { createPostgresDirectory } from '@front-office/sign-in-postgres';
import type { Instant } from '@front-office/values';
import type { Pool } from 'pg';
import { secretKeyIn } from './key-file.ts';

interface SignInHere {
  readonly pool: Pool;
  readonly dataDir: string;
  readonly now: () => Instant;
  readonly relyingParty: RelyingParty;
  readonly demo: boolean;
  readonly tellAbout: TellAbout;
}

/** Sign-in on the office's own database. What seals one-time codes lies beside the server and never in a backup. */
export async function signInHere({ pool, dataDir, ...options }: SignInHere): Promise<SignIn> {
  const sealKey = await secretKeyIn(dataDir, 'sign-in');
  return createSignIn({ directory: createPostgresDirectory({ pool }), sealKey, ...options });
}
