import { defineModule } from '@front-office/kernel';
import { barredPersons } from './barred.ts';
import { routes } from './contract.ts';
import type { VisitPorts } from './ports.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { visits } from './workflow.ts';

/** Visits, as an office composes it. */
export const visitsModule = defineModule<VisitPorts>({
  name: 'visits',
  definitions: [visits, barredPersons],
  routes,
  words: { de, en },
  migrations: new URL('../migrations/', import.meta.url),
});
