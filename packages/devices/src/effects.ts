import { defineEffect, type EffectHere } from '@front-office/kernel';
import * as z from 'zod';
import type { DevicePorts } from './ports.ts';

/** Ends what the device shows at every request. Nobody comes back from `revoked`, so a late or repeated try is right too. */
const endToken = defineEffect({
  params: z.object({}),
  async run(_params, { office, case: device, at, ports }: EffectHere<DevicePorts>) {
    await ports.devices.tokens.end(office, device, at);
    return undefined;
  },
});

/** What the kernel carries out after the commit. */
export const effects = { endToken };
