import { byId, defineRoute, type Kernel, refuse } from '@front-office/kernel';
import { MailAddress, staffMembers } from '@front-office/organisation';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { signInOf } from './sign-in-of.ts';

const Link = z.object({
  /** For the fragment of the page's address: `/desk/invitation#…`. It is shown this once. */
  secret: z.string(),
  until: Instant,
});

/** A staff member's sign-in, as far as an office has a say in it. */
export const peopleRoutes = [
  defineRoute({
    method: 'GET',
    path: '/staff-members/{staffMember}/sign-in',
    summary: 'By which name a staff member signs in; nothing while they have no sign-in',
    needs: 'staff.invite',
    input: z.strictObject({ staffMember: z.uuid() }),
    output: z.object({ name: z.string().nullable(), demo: z.boolean() }),
    async run({ kernel, office }, { staffMember: staff }) {
      if (!(await isHere(kernel, office, staff))) return { refused: refuse('not_found') };
      const found = await signInOf(kernel).signInOf({ office, staff });
      return { name: found?.name ?? null, demo: found?.demo ?? false };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/staff-members/{staffMember}/invitation',
    summary: 'Invite a staff member to sign in: a link, good once and for seven days; an earlier one is withdrawn',
    needs: 'staff.invite',
    input: z.strictObject({ staffMember: z.uuid(), mail: MailAddress }),
    output: Link,
    refusals: ['name_no_mail_address', 'staff_has_account', 'has_left'],
    async run({ kernel, office }, { staffMember: staff, mail }) {
      const found = await kernel.read(office, byId(staffMembers, staff));
      if (found === undefined) return { refused: refuse('not_found') };
      if (!found.data.active) return { refused: refuse('has_left') };
      return signInOf(kernel).invite({ office, staff, name: mail });
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/staff-members/{staffMember}/recovery',
    summary: 'Give somebody a way in again: a link, good once and for a day. The person is told by mail',
    needs: 'staff.recover',
    input: z.strictObject({
      staffMember: z.uuid(),
      /** Also taken from the account, because it is lost or in wrong hands. */
      oneTimeCodes: z.boolean().default(false),
      passkeys: z.boolean().default(false),
    }),
    output: Link,
    refusals: ['account_unknown', 'account_elsewhere'],
    async run({ kernel, office }, { staffMember: staff, ...also }) {
      if (!(await isHere(kernel, office, staff))) return { refused: refuse('not_found') };
      return signInOf(kernel).offerRecovery({ office, staff }, also);
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/staff-members/{staffMember}/sign-out',
    summary: 'End all sessions of a staff member in this office, wherever they are open',
    needs: 'staff.recover',
    input: z.strictObject({ staffMember: z.uuid() }),
    output: z.object({ ended: z.int() }),
    async run({ kernel, office }, { staffMember: staff }) {
      if (!(await isHere(kernel, office, staff))) return { refused: refuse('not_found') };
      return { ended: await signInOf(kernel).signOutOf({ office, staff }) };
    },
  }),
] as const;

const isHere = async (kernel: Kernel, office: string, staff: string) =>
  (await kernel.read(office, byId(staffMembers, staff))) !== undefined;
