import { demo } from './demo.ts';
import { houseOf, type SignInOptions } from './house.ts';
import { invitations } from './invitations.ts';
import { memberships } from './memberships.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { pairing } from './pairing.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { pins } from './pins.ts';
import { recovery } from './recovery.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { sessions } from './sessions.ts';
import { setUp } from './set-up.ts';
import { tokens } from './tokens.ts';

/**
 * Proves who somebody is. Every method answers a value or `refused`; it throws only what the directory throws
 * (`StoreAway`) and for a wrong `sealKey`. Whose account is meant, the session that came with the request says.
 */
export function createSignIn(options: SignInOptions) {
  const house = houseOf(options);
  return {
    ...setUp(house),
    ...passwords(house),
    ...passkeys(house),
    ...oneTimeCodes(house),
    ...recoveryCodes(house),
    ...recovery(house),
    ...sessions(house),
    ...pins(house),
    ...memberships(house),
    ...invitations(house),
    ...demo(house),
    ...tokens(house),
    ...pairing(house),
    /** Drops from the directory what has long been over. Call it now and then. */
    tidy: () => options.directory.tidy(options.now()),
  };
}

export type SignIn = ReturnType<typeof createSignIn>;
