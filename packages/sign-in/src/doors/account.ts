import { defineDoor } from '@front-office/kernel';
import * as z from 'zod';
import { isNo } from '../refusals.ts';
import { Passkey } from '../schema.ts';
import { WhoAmI } from '../who-am-i.ts';
import { came, letIn, line, none, signInOf, typedPassword } from './at-the-door.ts';
import { asRegistration, PasskeyOptions, Registration } from './passkey-shapes.ts';

const notOpen = ['not_signed_in', 'second_proof_owed', 'session_locked'] as const;
const notFresh = [...notOpen, 'proof_too_old', 'not_for_demo_accounts'] as const;

const badPassword = ['password_too_short', 'password_too_long', 'password_too_common', 'password_tells_name'] as const;
const noChange = ['account_unknown', 'busy_signing_in'] as const;

const PasskeyLine = Passkey.pick({ credential: true, label: true, createdAt: true, lastUsedAt: true });

/** How one signs in: one's own, and nobody else's. */
export const accountDoors = [
  defineDoor({
    method: 'POST',
    path: '/account/password',
    summary: 'Change one’s password; all other sessions end',
    opensTo: 'session',
    input: z.strictObject({ current: typedPassword, password: typedPassword }),
    output: WhoAmI,
    refusals: [...notOpen, ...badPassword, ...noChange, 'not_for_demo_accounts', 'sign_in_failed', 'too_many_tries'],
    run: async (door, input) => letIn(door, await signInOf(door).changePassword(came(door), input)),
  }),
  defineDoor({
    method: 'POST',
    path: '/account/pin',
    summary: 'Set one’s PIN for the shared desk of this office',
    opensTo: 'session',
    input: z.strictObject({ pin: line(20) }),
    output: z.object({ set: z.literal(true) }),
    refusals: [...notFresh, 'office_not_yours', 'pin_too_simple', 'busy_signing_in'],
    run: (door, { pin }) => signInOf(door).setPin(came(door), pin),
  }),
  defineDoor({
    method: 'POST',
    path: '/account/one-time-codes',
    summary: 'Make a seed for an authenticator app; it counts once a code was confirmed',
    opensTo: 'session',
    input: none,
    output: z.object({ uri: z.string(), seed: z.string() }),
    refusals: [...notFresh, ...noChange, 'one_time_codes_on'],
    run: (door) => signInOf(door).setUpOneTimeCodes(came(door)),
  }),
  defineDoor({
    method: 'POST',
    path: '/account/one-time-codes/confirm',
    summary: 'Turn one-time codes on with the first one',
    opensTo: 'session',
    input: z.strictObject({ code: line(20) }),
    output: z.object({ confirmed: z.literal(true) }),
    refusals: [...notFresh, ...noChange, 'one_time_codes_on', 'one_time_codes_off', 'code_wrong'],
    run: (door, { code }) => signInOf(door).confirmOneTimeCodes(came(door), code),
  }),
  defineDoor({
    method: 'POST',
    path: '/account/one-time-codes/remove',
    summary: 'Turn one-time codes off, and their recovery codes with them',
    opensTo: 'session',
    input: none,
    output: z.object({ removed: z.literal(true) }),
    refusals: [...notFresh, ...noChange, 'one_time_codes_off'],
    run: (door) => signInOf(door).removeOneTimeCodes(came(door)),
  }),
  defineDoor({
    method: 'POST',
    path: '/account/recovery-codes',
    summary: 'Make ten new recovery codes; the old ones are void',
    opensTo: 'session',
    input: none,
    output: z.object({ codes: z.array(z.string()) }),
    refusals: [...notFresh, 'one_time_codes_off'],
    async run(door) {
      const answer = await signInOf(door).makeRecoveryCodes(came(door));
      return isNo(answer) ? answer : { codes: [...answer.codes] };
    },
  }),
  defineDoor({
    method: 'GET',
    path: '/account/passkeys',
    summary: 'One’s own passkeys',
    opensTo: 'session',
    input: none,
    output: z.object({ passkeys: z.array(PasskeyLine) }),
    refusals: notOpen,
    async run(door) {
      const answer = await signInOf(door).myPasskeys(came(door));
      return isNo(answer) ? answer : { passkeys: [...answer.passkeys] };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/account/passkeys/options',
    summary: 'What a browser needs to make a passkey',
    opensTo: 'session',
    input: none,
    output: PasskeyOptions,
    refusals: notFresh,
    async run(door) {
      const answer = await signInOf(door).newPasskeyOptions(came(door));
      return isNo(answer) ? answer : { ...answer.options };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/account/passkeys',
    summary: 'Keep a passkey that the browser has made',
    opensTo: 'session',
    input: z.strictObject({ label: line(60).trim().min(1), response: Registration }),
    output: PasskeyLine,
    refusals: [...notFresh, 'passkey_failed', 'passkey_known'],
    async run(door, { label, response }) {
      const answer = await signInOf(door).addPasskey(came(door), { label, response: asRegistration(response) });
      return isNo(answer) ? answer : answer.added;
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/account/passkeys/{credential}/remove',
    summary: 'Remove one of one’s passkeys, but not the last way to sign in',
    opensTo: 'session',
    input: z.strictObject({ credential: line(1400) }),
    output: z.object({ removed: z.literal(true) }),
    refusals: [...notFresh, 'passkey_unknown', 'last_way_in'],
    run: (door, { credential }) => signInOf(door).removePasskey(came(door), credential),
  }),
] as const;
