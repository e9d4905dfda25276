import { devices } from '@front-office/devices';
import { isActive, serviceAccounts, withinOwn } from '@front-office/integrations';
import { byId, defineRoute, refuse } from '@front-office/kernel';
import { Instant, isBefore } from '@front-office/values';
import * as z from 'zod';
import { signInOf } from './sign-in-of.ts';

/** What lies in the directory beside the log: it is shown once, and never again. */
export const secretRoutes = [
  defineRoute({
    method: 'POST',
    path: '/devices/{device}/pairing-code',
    summary: 'A code to be typed at the device, good once; an earlier one is withdrawn',
    needs: 'devices.manage',
    input: z.strictObject({ device: z.uuid() }),
    output: z.object({ code: z.string(), until: Instant }),
    async run({ kernel, office }, { device }) {
      const { case: row } = await kernel.store.load({ office, workflow: devices.name, case: device, lookups: [] });
      if (row === undefined) return { refused: refuse('not_found') };
      if (row.state !== 'offered') return { refused: refuse('not_now', { state: row.state }) };
      return signInOf(kernel).offerPairing({ office, device });
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/service-accounts/{account}/keys',
    summary: 'The keys of a service account, the latest first; what they are nobody can tell',
    needs: 'integrations.manage',
    input: z.strictObject({ account: z.uuid() }),
    output: z.object({
      keys: z.array(
        z.object({
          /** Its first characters. */
          hint: z.string(),
          /** Fewer than the account has; null: all of them. */
          scopes: z.array(z.string()).nullable(),
          createdAt: Instant,
          until: Instant.nullable(),
          endedAt: Instant.nullable(),
          /** To the minute. */
          lastSeenAt: Instant.nullable(),
        }),
      ),
    }),
    async run({ kernel, office, actor }, { account }) {
      const found = await kernel.read(office, byId(serviceAccounts, account), actor);
      if (found === undefined) return { refused: refuse('not_found') };
      return { keys: [...(await signInOf(kernel).tokensOf(office, account))] };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/service-accounts/{account}/keys',
    summary: 'A key for a program; `replaces` ends all that were issued before',
    needs: 'integrations.manage',
    input: z.strictObject({
      account: z.uuid(),
      /** Fewer than the account has, for a program that needs fewer; all of them when left out. */
      scopes: z.array(z.string().max(100)).max(100).optional(),
      until: Instant,
      replaces: z.boolean().default(false),
    }),
    output: z.object({ key: z.string(), hint: z.string(), until: Instant }),
    refusals: ['rights_exceeded', 'service_account_until_unfit'],
    async run({ kernel, office, actor }, { account, scopes, until, replaces }) {
      const found = await kernel.read(office, byId(serviceAccounts, account));
      if (found === undefined) return { refused: refuse('not_found') };
      const { data } = found;
      if (!isActive(data, kernel.now())) return { refused: refuse('not_now', { state: 'ended' }) };
      if (!isBefore(kernel.now(), until) || isBefore(data.until, until))
        return { refused: refuse('service_account_until_unfit', { until: data.until }) };
      const beyond = (scopes ?? []).filter((scope) => !(data.scopes as readonly string[]).includes(scope));
      if (beyond.length > 0) return { refused: refuse('rights_exceeded', { rights: beyond }) };
      // Whoever has lost a right meanwhile does not get it back by a program.
      const exceeded = withinOwn(actor, { scopes: scopes ?? data.scopes });
      if (exceeded) return { refused: exceeded };
      const signIn = signInOf(kernel);
      if (replaces) await signIn.endTokens(office, account);
      const issued = { kind: 'service', office, subject: account, scopes: scopes ?? null, until } as const;
      const { secret, hint } = await signIn.issueToken(issued);
      return { key: secret, hint, until };
    },
  }),
] as const;
