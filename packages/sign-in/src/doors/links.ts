import { defineDoor, languages } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { WhoAmI } from '../who-am-i.ts';
import { came, letIn, line, linkSecret, signInOf, typedPassword } from './at-the-door.ts';

const badPassword = ['password_too_short', 'password_too_long', 'password_too_common', 'password_tells_name'] as const;

/** What somebody holds a link for. Its secret comes in the body: addresses are logged and kept in histories. */
export const linkDoors = [
  defineDoor({
    method: 'POST',
    path: '/invitations/look',
    summary: 'Look at an invitation without accepting it',
    opensTo: 'anyone',
    input: z.strictObject({ secret: linkSecret }),
    output: z.object({
      office: z.uuid(),
      name: z.string(),
      until: Instant,
      needs: z.enum(['nothing', 'password']),
    }),
    refusals: ['link_over'],
    run: (door, { secret }) => signInOf(door).invitation(came(door), secret),
  }),
  defineDoor({
    method: 'POST',
    path: '/invitations/accept',
    summary: 'Accept an invitation, with a new account or one’s own',
    opensTo: 'anyone',
    input: z.strictObject({
      secret: linkSecret,
      password: typedPassword.optional(),
      shownAs: line(120).trim().min(1),
      language: z.enum(languages),
    }),
    output: WhoAmI,
    refusals: [
      ...badPassword,
      'link_over',
      'sign_in_failed',
      'too_many_tries',
      'busy_signing_in',
      'staff_has_account',
      'proof_too_old',
      'not_signed_in',
    ],
    run: async (door, input) => letIn(door, await signInOf(door).acceptInvitation(came(door), input)),
  }),
  defineDoor({
    method: 'POST',
    path: '/recovery',
    summary: 'Set a new password by a recovery link; all sessions end',
    opensTo: 'anyone',
    input: z.strictObject({ secret: linkSecret, password: typedPassword }),
    output: WhoAmI,
    refusals: [...badPassword, 'link_over', 'busy_signing_in'],
    run: async (door, input) => letIn(door, await signInOf(door).recover(came(door), input)),
  }),
] as const;
