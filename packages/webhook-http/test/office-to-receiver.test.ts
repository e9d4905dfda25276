import { deliveries, derivedSecrets, EventId, shownSecret, WebhookId, webhooks } from '@front-office/integrations';
import { integrationsPorts, samplePolicy } from '@front-office/integrations/testing';
import { actor, scene } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { webhookSender } from '../src/index.ts';
import { cert } from './support/certificate.ts';
import { receiver } from './support/receiver.ts';
import { onThisMachine } from './support/sending.ts';

const owner = actor('owner', 'integrations.manage');
const teller = actor('teller', 'integrations.deliver');
const secrets = derivedSecrets(new Uint8Array(32).fill(9));

it('what an office tells arrives over TLS, and the receiver’s library finds it signed', async () => {
  const there = await receiver({ secure: true });
  const resolve = async () => ['127.0.0.1'];
  const sender = webhookSender({ allowAddress: onThisMachine, ca: cert, resolve });
  const office = scene({
    at: new Date().toISOString(), // the library looks at its own clock
    definitions: [webhooks, deliveries],
    ports: integrationsPorts({
      sender,
      secrets,
      eventTypes: ['visit.visitorArrived'],
      policy: { ...samplePolicy, webhookAddresses: 'any' },
    }),
  });
  const url = `https://localhost:${there.port}/hooks`;
  const webhook = await office.begins(owner, webhooks, 'subscribe', {
    url,
    events: ['visit.visitorArrived'],
    reads: ['visits.receive'],
  });
  const visit = newId();
  const event = {
    id: EventId.parse(`evt_${visit}_2_0`),
    type: 'visit.visitorArrived',
    at: office.clock.now(),
    case: visit,
    version: 2,
    fact: {},
  };
  const input = { webhook: WebhookId.parse(webhook), event, label: null };
  const delivery = await office.begins(teller, deliveries, 'queue', input);
  await office.kernel.afterCommit.settle();

  expect((await office.case(deliveries, delivery)).state).toBe('delivered');
  const [request] = there.received;
  const secret = shownSecret(secrets.of({ office: office.office, webhook, version: 1 }));
  const headers = Object.fromEntries(Object.entries(request?.headers ?? {}).map(([name, value]) => [name, `${value}`]));
  expect(new Webhook(secret).verify(request?.body ?? '', headers)).toMatchObject({
    type: 'visit.visitorArrived',
    data: { office: office.office, case: visit, version: 2 },
  });
});

it('where the house says nothing else, a name that leads inside gets nothing, and the delivery says why', async () => {
  const sender = webhookSender({ resolve: async () => ['10.0.0.7'] });
  const office = scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [webhooks, deliveries],
    ports: integrationsPorts({ sender, secrets, eventTypes: ['visit.visitorArrived'] }),
  });
  const wish = { url: 'https://inside.example.com/', events: ['visit.visitorArrived'], reads: ['visits.receive'] };
  const webhook = WebhookId.parse(await office.begins(owner, webhooks, 'subscribe', wish));
  const visit = newId();
  const event = {
    id: EventId.parse(`evt_${visit}_1_0`),
    type: 'visit.visitorArrived',
    case: visit,
    version: 1,
    fact: {},
  };
  const input = { webhook, event: { ...event, at: office.clock.now() }, label: null };
  const delivery = await office.begins(teller, deliveries, 'queue', input);
  await office.kernel.afterCommit.settle();
  expect(await office.case(deliveries, delivery)).toMatchObject({
    state: 'waiting',
    snapshot: { context: { code: 'address_not_public', status: null } },
  });
});
