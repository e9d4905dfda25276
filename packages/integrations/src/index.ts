export { eventTypesOf, webhookConsumer } from './delivery/consumer.ts';
export { endpointHealth } from './delivery/endpoint-health.ts';
export { deliveryMachine } from './delivery/machine.ts';
export { DeliveryLine, DeliveryQuery, listDeliveries, ReplayWish } from './delivery/queries.ts';
export {
  Delivery,
  type DeliveryCommand,
  type DeliveryFact,
  DeliveryId,
  DeliveryState,
  Event as WebhookEvent,
  EventId,
} from './delivery/schema.ts';
export { deliveries } from './delivery/workflow.ts';
export { integrationsModule } from './module.ts';
export { IntegrationsPolicy } from './policy.ts';
export type {
  IntegrationsPorts,
  Keys,
  SecretName,
  SigningSecrets,
  WebhookAnswer,
  WebhookRequest,
  WebhookSender,
} from './ports.ts';
export { withinOwn } from './rights.ts';
export { isActive, serviceActor } from './service-account/actor.ts';
export { serviceAccountMachine } from './service-account/machine.ts';
export { listServiceAccounts, ServiceAccountLine, ServiceAccountQuery } from './service-account/queries.ts';
export {
  inputs as serviceAccountInputs,
  known as serviceAccountKnown,
  ServiceAccount,
  type ServiceAccountCommand,
  type ServiceAccountFact,
  ServiceAccountId,
  ServiceAccountState,
} from './service-account/schema.ts';
export { serviceAccounts } from './service-account/workflow.ts';
export { webhookMachine } from './webhook/machine.ts';
export { listWebhooks, WebhookLine } from './webhook/queries.ts';
export {
  EventType,
  PauseReason,
  Webhook,
  type WebhookCommand,
  type WebhookFact,
  WebhookId,
  WebhookState,
} from './webhook/schema.ts';
export { derivedSecrets, shownSecret } from './webhook/signing.ts';
export { webhooks } from './webhook/workflow.ts';
