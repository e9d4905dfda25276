import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import type { DevicePorts } from './ports.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { devices } from './workflow.ts';

/** The package as an office composes it. */
export const devicesModule = defineModule<DevicePorts>({
  name: 'devices',
  definitions: [devices],
  routes,
  words: { de, en },
  migrations: new URL('../migrations/', import.meta.url),
});
