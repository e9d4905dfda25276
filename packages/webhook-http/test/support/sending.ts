import type { WebhookRequest } from '@front-office/integrations';

const never = new AbortController().signal;

/** A request as the delivery hands it over. */
export const to = (url: string, signal: AbortSignal = never): WebhookRequest => ({
  url,
  body: '{"type":"visit.visitorArrived"}',
  headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
  key: 'delivery:1:0',
  signal,
});

export const onThisMachine = (address: string) => address === '127.0.0.1';
