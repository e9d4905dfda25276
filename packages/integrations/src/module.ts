import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import { deliveries } from './delivery/workflow.ts';
import type { IntegrationsPorts } from './ports.ts';
import { serviceAccounts } from './service-account/workflow.ts';
import { webhooks } from './webhook/workflow.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

/** The package as an office composes it, beside `endpointHealth` among its reactions and `webhookConsumer` among its consumers. */
export const integrationsModule = defineModule<IntegrationsPorts>({
  name: 'integrations',
  definitions: [serviceAccounts, webhooks, deliveries],
  routes,
  words: { de, en },
  migrations: new URL('../migrations/', import.meta.url),
});
