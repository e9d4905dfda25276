import { defineDoor } from '@front-office/kernel';
import * as z from 'zod';
import { isNo } from '../refusals.ts';
import { WhoAmI } from '../who-am-i.ts';
import { came, letIn, line, none, signInOf, typedName, typedPassword } from './at-the-door.ts';
import { Authentication, asAuthentication, PasskeyOptions } from './passkey-shapes.ts';

const DemoPerson = z.object({ office: z.uuid(), staff: z.uuid(), shownAs: z.string() });

/** The ways in. */
export const signingInDoors = [
  defineDoor({
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in by name and password',
    opensTo: 'anyone',
    input: z.strictObject({ name: typedName, password: typedPassword }),
    output: WhoAmI,
    refusals: ['sign_in_failed', 'too_many_tries', 'busy_signing_in'],
    run: async (door, input) => letIn(door, await signInOf(door).signIn(came(door), input)),
  }),
  defineDoor({
    method: 'POST',
    path: '/sign-in/second',
    summary: 'Give the second proof: a one-time code or a recovery code',
    opensTo: 'session',
    input: z.strictObject({ code: line(40) }),
    output: WhoAmI,
    refusals: ['not_signed_in', 'code_wrong', 'too_many_tries'],
    run: async (door, { code }) => letIn(door, await signInOf(door).takeSecond(came(door), code)),
  }),
  defineDoor({
    method: 'POST',
    path: '/sign-in/passkey/options',
    summary: 'What a browser needs to sign in by a passkey',
    opensTo: 'anyone',
    input: none,
    output: PasskeyOptions,
    refusals: ['too_many_tries'],
    async run(door) {
      const answer = await signInOf(door).passkeySignInOptions(came(door));
      return isNo(answer) ? answer : { ...answer.options };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/sign-in/passkey',
    summary: 'Sign in by a passkey',
    opensTo: 'anyone',
    input: Authentication,
    output: WhoAmI,
    refusals: ['sign_in_failed'],
    run: async (door, input) => letIn(door, await signInOf(door).signInByPasskey(came(door), asAuthentication(input))),
  }),
  defineDoor({
    method: 'GET',
    path: '/sign-in/demo',
    summary: 'Whom one may be in the demo',
    opensTo: 'anyone',
    input: none,
    output: z.object({ people: z.array(DemoPerson) }),
    refusals: ['demo_only'],
    async run(door) {
      const answer = await signInOf(door).demoPeople();
      return isNo(answer) ? answer : { people: [...answer.people] };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/sign-in/demo',
    summary: 'Sign in as somebody of the demo',
    opensTo: 'anyone',
    input: z.strictObject({ office: z.uuid(), staff: z.uuid() }),
    output: WhoAmI,
    refusals: ['demo_only'],
    run: async (door, input) => letIn(door, await signInOf(door).demoSignIn(came(door), input)),
  }),
] as const;
