import { millisOf } from '@front-office/values';
import { Secret, TOTP } from 'otpauth';
import { changeAccount } from './accounts.ts';
import { browserOf } from './browsers.ts';
import { placeIn, renew } from './entering.ts';
import type { Tried } from './hashing.ts';
import type { CameWith, House } from './house.ts';
import { forgetTriesOf, TRIES, triesOf, withinLimits } from './limits.ts';
import { tryRecoveryCode } from './recovery-codes.ts';
import { isNo, type No, no } from './refusals.ts';
import type { Account } from './schema.ts';
import { freshHere, type NotFresh, sessionHere, standingOf } from './standing.ts';
import type { Entered } from './who-am-i.ts';

/** RFC 6238 with what every authenticator app can do. */
const STEP = { digits: 6, period: 30, algorithm: 'SHA1' } as const;

const SIX_DIGITS = /^\d{6}$/;

/** One-time codes of an app as the second proof, after a password. */
export const oneTimeCodes = (house: House) => ({
  /**
   * Makes a seed for an authenticator app, shown this once: as a QR code (`uri`) and to be typed. Codes are asked for
   * only after one was confirmed, so nobody locks themselves out by a QR code that they did not scan.
   */
  async setUpOneTimeCodes(
    came: CameWith,
  ): Promise<
    | { readonly refused?: undefined; readonly uri: string; readonly seed: string }
    | No<NotFresh | 'one_time_codes_on' | 'account_unknown' | 'busy_signing_in'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const seed = new Secret({ size: 20 }).base32; // 160 bits: RFC 4226, section 4
    const sealed = house.keys.seal(seed, found.account.id);
    const changed = await changeAccount(house, found.account.id, (account) =>
      account.totp?.confirmed ? no('one_time_codes_on') : { ...account, totp: { sealed, confirmed: false } },
    );
    return isNo(changed) ? changed : { uri: totpOf(house, changed, seed).toString(), seed };
  },

  /** Turns one-time codes on with the first one. */
  async confirmOneTimeCodes(
    came: CameWith,
    code: string,
  ): Promise<
    | { readonly refused?: undefined; readonly confirmed: true }
    | No<NotFresh | 'one_time_codes_on' | 'one_time_codes_off' | 'code_wrong' | 'account_unknown' | 'busy_signing_in'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const { totp } = found.account;
    if (!totp) return no('one_time_codes_off');
    if (totp.confirmed) return no('one_time_codes_on');
    if ((await tryTotp(house, found.account, code)) === 'wrong') return no('code_wrong');
    const changed = await changeAccount(house, found.account.id, (account) =>
      account.totp?.sealed === totp.sealed ? { ...account, totp: { ...totp, confirmed: true } } : no('code_wrong'),
    );
    if (isNo(changed)) return changed;
    await house.tellAbout('oneTimeCodesOn', changed);
    return { confirmed: true };
  },

  /** Turns them off; the recovery codes go with them. */
  async removeOneTimeCodes(
    came: CameWith,
  ): Promise<
    | { readonly refused?: undefined; readonly removed: true }
    | No<NotFresh | 'one_time_codes_off' | 'account_unknown' | 'busy_signing_in'>
  > {
    const found = await freshHere(house, came);
    if ('refused' in found) return found;
    const changed = await changeAccount(house, found.account.id, (account) =>
      account.totp ? { ...account, totp: null } : no('one_time_codes_off'),
    );
    if (isNo(changed)) return changed;
    await house.directory.setRecoveryCodes(changed.id, []);
    await house.tellAbout('oneTimeCodesOff', changed);
    return { removed: true };
  },

  /**
   * The second proof of a session that owes it: a one-time code or a recovery code. The fifth wrong one ends the session,
   * and the account's limit counts them over all its sessions: who knows the password does not guess on for ever.
   */
  async takeSecond(
    came: CameWith,
    code: string,
  ): Promise<Entered | No<'not_signed_in' | 'code_wrong' | 'too_many_tries'>> {
    const found = await sessionHere(house, came.session);
    if (!found || standingOf(found.session, house.now()) !== 'second') return no('not_signed_in');
    const { session, account } = found;
    const tries = await triesOf(house, 'second', session.id);
    const attempt = {
      proof: 'second',
      name: account.name,
      browser: browserOf(house, came.browser),
      address: came.address,
    } as const;
    const tried =
      tries > TRIES
        ? 'wrong'
        : await withinLimits(house, attempt, async (isWithin) =>
            isWithin ? trySecond(house, account, code) : 'wrong',
          );
    if (tried === 'too_many') return no('too_many_tries');
    if (tried !== 'right') {
      if (tries < TRIES) return no('code_wrong', { left: TRIES - tries });
      await house.directory.endSession(session.id, house.now());
      await forgetTriesOf(house, 'second', session.id);
      return no('not_signed_in');
    }
    const place = placeIn(await house.directory.membershipsOf(account.id), session.office);
    return renew(house, came, found, {
      owesSecond: false,
      provenBy: [...session.provenBy, 'otp'],
      provenAt: house.now(),
      office: place?.office ?? null,
    });
  },
});

const trySecond = (house: House, account: Account, code: string): Promise<Tried> =>
  SIX_DIGITS.test(bare(code)) ? tryTotp(house, account, code) : tryRecoveryCode(house, account, code);

/** One step early or late is right too, and each step once (RFC 6238, section 5.2; ASVS 5.0 V6.5.1). */
async function tryTotp(house: House, account: Account, code: string): Promise<Tried> {
  const seed = account.totp && house.keys.unseal(account.totp.sealed, account.id);
  if (!seed || !SIX_DIGITS.test(bare(code))) return 'wrong';
  const totp = totpOf(house, account, seed);
  const timestamp = millisOf(house.now());
  const delta = totp.validate({ token: bare(code), timestamp, window: 1 });
  if (delta === null) return 'wrong';
  return (await house.directory.useTotpStep(account.id, totp.counter({ timestamp }) + delta)) ? 'right' : 'wrong';
}

const totpOf = (house: House, account: Account, seed: string) =>
  new TOTP({ issuer: house.relyingParty.name, label: account.name, secret: Secret.fromBase32(seed), ...STEP });

/** Apps show six digits in two groups. */
const bare = (code: string) => code.replace(/\s/g, '');
