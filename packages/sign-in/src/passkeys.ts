import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { enter } from './entering.ts';
import type { CameWith, House } from './house.ts';
import { isTooMany } from './limits.ts';
import { challengeOf, newChallenge, takeChallenge } from './passkey-challenges.ts';
import { type No, no } from './refusals.ts';
import type { Passkey } from './schema.ts';
import { freshHere, type NotFresh, type NotOpen, openHere } from './standing.ts';
import type { Entered } from './who-am-i.ts';

type RegistrationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type SignInOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** A passkey as its owner's list shows it. */
export type PasskeyLine = Pick<Passkey, 'credential' | 'label' | 'createdAt' | 'lastUsedAt'>;

/**
 * Passkeys (WebAuthn level 3): discoverable, so that nobody types a name, and with user verification always, so that one
 * is two proofs in itself.
 */
export const passkeys = (house: House) => ({
  /** What the browser needs to make a passkey for whoever is signed in. */
  async newPasskeyOptions(
    came: CameWith,
  ): Promise<{ readonly refused?: undefined; readonly options: RegistrationOptions } | No<NotFresh>> {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const { account } = found;
    const known = await house.directory.passkeysOf(account.id);
    const options = await generateRegistrationOptions({
      rpID: house.relyingParty.id,
      rpName: house.relyingParty.name,
      userID: new TextEncoder().encode(account.id),
      userName: account.name,
      userDisplayName: account.shownAs,
      challenge: await newChallenge(house, 'passkey-new', account.id),
      timeout: 5 * 60_000,
      attestationType: 'none',
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options };
  },

  /** Keeps the passkey that the browser made. */
  async addPasskey(
    came: CameWith,
    { label, response }: { readonly label: string; readonly response: RegistrationResponseJSON },
  ): Promise<
    { readonly refused?: undefined; readonly added: PasskeyLine } | No<NotFresh | 'passkey_failed' | 'passkey_known'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const { account } = found;
    const challenge = challengeOf(response);
    if (!challenge || !(await takeChallenge(house, 'passkey-new', account.id, challenge))) return no('passkey_failed');
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: [...house.relyingParty.origins],
      expectedRPID: house.relyingParty.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => undefined); // it throws whatever is wrong with what a stranger sent
    if (!verified?.verified) return no('passkey_failed');
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    const passkey: Passkey = {
      credential: id,
      account: account.id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: transports.map((transport) => transport.slice(0, 20)).slice(0, 10),
      label,
      createdAt: house.now(),
      lastUsedAt: null,
    };
    if (!(await house.directory.addPasskey(passkey))) return no('passkey_known');
    await house.tellAbout('passkeyAdded', account);
    return { added: lineOf(passkey) };
  },

  /** One's own passkeys, the oldest first. */
  async myPasskeys(
    came: CameWith,
  ): Promise<{ readonly refused?: undefined; readonly passkeys: readonly PasskeyLine[] } | No<NotOpen>> {
    const found = await openHere(house, came);
    if ('refused' in found) return found;
    const own = await house.directory.passkeysOf(found.account.id);
    return { passkeys: own.map(lineOf).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)) };
  },

  /** Removes one of one's own, but never the last way to sign in. */
  async removePasskey(
    came: CameWith,
    credential: string,
  ): Promise<
    { readonly refused?: undefined; readonly removed: true } | No<NotFresh | 'passkey_unknown' | 'last_way_in'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const { account } = found;
    const own = await house.directory.passkeysOf(account.id);
    if (!own.some((passkey) => passkey.credential === credential)) return no('passkey_unknown');
    if (account.password === null && own.length === 1) return no('last_way_in');
    if (!(await house.directory.removePasskey(account.id, credential))) return no('passkey_unknown');
    await house.tellAbout('passkeyRemoved', account);
    return { removed: true };
  },

  /** What a browser needs to sign somebody in by a passkey, whoever they turn out to be. */
  async passkeySignInOptions(
    came: CameWith,
  ): Promise<{ readonly refused?: undefined; readonly options: SignInOptions } | No<'too_many_tries'>> {
    if (await isTooMany(house, 'challenges', came.address, house.limits.challenges)) return no('too_many_tries');
    const options = await generateAuthenticationOptions({
      rpID: house.relyingParty.id,
      challenge: await newChallenge(house, 'passkey-sign-in', 'anyone'),
      timeout: 5 * 60_000,
      userVerification: 'required',
    });
    return { options };
  },

  /**
   * Signs in by passkey. A counter that did not rise means that the key was copied: refused like everything else that is
   * wrong.
   */
  async signInByPasskey(came: CameWith, response: AuthenticationResponseJSON): Promise<Entered | No<'sign_in_failed'>> {
    const challenge = challengeOf(response);
    if (!challenge || !(await takeChallenge(house, 'passkey-sign-in', 'anyone', challenge)))
      return no('sign_in_failed');
    const passkey = await house.directory.passkey(response.id);
    const account = passkey && (await house.directory.account(passkey.account));
    if (!passkey || !account || account.demo || !isHandleOf(account.id, response)) return no('sign_in_failed');
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: [...house.relyingParty.origins],
      expectedRPID: house.relyingParty.id,
      credential: {
        id: passkey.credential,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: passkey.transports,
      },
      requireUserVerification: true,
    }).catch(() => undefined); // it throws whatever is wrong with what a stranger sent
    if (!verified?.verified) return no('sign_in_failed');
    const { newCounter } = verified.authenticationInfo;
    if (!(await house.directory.usePasskey(passkey.credential, newCounter, house.now()))) return no('sign_in_failed');
    return enter(house, came, account, { provenBy: 'passkey', owesSecond: false });
  },
});

/** WebAuthn, 7.2 step 6: a discoverable credential says whose it is, and that must be its owner. */
const isHandleOf = (account: string, { response }: AuthenticationResponseJSON): boolean =>
  response?.userHandle !== undefined && Buffer.from(response.userHandle, 'base64url').toString() === account;

const lineOf = ({ credential, label, createdAt, lastUsedAt }: Passkey): PasskeyLine => ({
  credential,
  label,
  createdAt,
  lastUsedAt,
});

/** EdDSA, ES256 and RS256 by their COSE numbers: what passkeys use today. The library would add ML-DSA, which Node calls experimental. */
const ALGORITHMS = [-8, -7, -257];
