import { defineEffect, type EffectHere } from '@front-office/kernel';
import * as z from 'zod';
import type { IntegrationsPorts } from '../ports.ts';

/** The keys of an account that has ended are ended too. They open nothing from the moment it ended: see `serviceActor`. */
const endKeys = defineEffect({
  params: z.object({}),
  async run(_params, { office, case: account, ports, signal }: EffectHere<IntegrationsPorts>) {
    await ports.integrations.keys.end({ office, account, signal });
    return undefined;
  },
});

/** What the kernel carries out after the commit. */
export const effects = { endKeys };
