import * as z from 'zod';

/** What an office may set about programs of others. */
export const IntegrationsPolicy = z.strictObject({
  /** Most days that a service account is good for; then somebody has to say anew that it is still wanted. */
  longestAccountDays: z.int().min(1).max(3650),
  /** `public`: webhooks go to `https` addresses by name. `any`: also to plain `http` and to numbers, for trying it out. */
  webhookAddresses: z.enum(['public', 'any']),
  /** Days for which an endpoint may fail before its webhook pauses by itself. */
  failingDays: z.int().min(1).max(30),
  /** Days that a delivery is kept for replay after it has arrived, has failed or was held; then it is erased. */
  keepDays: z.int().min(1).max(365),
});
export type IntegrationsPolicy = z.output<typeof IntegrationsPolicy>;
