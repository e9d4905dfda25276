export { isPublic } from './public-address.ts';
export { type WebhookSenderOptions, webhookSender } from './sender.ts';
export type { Resolve } from './where-to.ts';
