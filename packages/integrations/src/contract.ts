import { deliveryRoutes } from './delivery/contract.ts';
import { serviceAccountRoutes } from './service-account/contract.ts';
import { webhookRoutes } from './webhook/contract.ts';

/** Every route of this package. A browser takes the types and paths only. */
export const routes = [...serviceAccountRoutes, ...webhookRoutes, ...deliveryRoutes] as const;

/** The routes as types, for the typed client. */
export type IntegrationRoutes = (typeof routes)[number];
