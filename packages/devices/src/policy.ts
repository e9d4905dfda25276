import * as z from 'zod';

/** What an office may set. A device copies it when it is first offered, so that a change never moves a code that is out. */
export const DevicePolicy = z.strictObject({
  /** How long a pairing code is good, in minutes: from the desk to the screen at the entrance, and typed there. */
  pairingMinutes: z.int().min(1).max(60),
});
export type DevicePolicy = z.output<typeof DevicePolicy>;
