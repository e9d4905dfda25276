import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import type { ExampleDomainPorts } from './ports.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { items } from './workflow.ts';

/** The package as an office composes it. */
export const exampleDomainModule = defineModule<ExampleDomainPorts>({
  name: 'example_domain',
  definitions: [items],
  routes,
  words: { de, en },
  migrations: new URL('../migrations/', import.meta.url),
});
