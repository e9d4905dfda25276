import type { Vertical } from './vertical.ts';

/** What every kind of office sets alike about its devices and about programs of others. */
export const technologyPolicy: Pick<Vertical['policy'], 'devices' | 'integrations'> = {
  devices: { pairingMinutes: 10 },
  integrations: { longestAccountDays: 365, webhookAddresses: 'public', failingDays: 3, keepDays: 30 },
};
