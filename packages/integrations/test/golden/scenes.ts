import { actor } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import { deliveries, EventId, serviceAccounts, WebhookId, webhooks } from '../../src/index.ts';
import { integrationsPorts } from '../../src/testing.ts';

const owner = actor('owner', 'integrations.manage');
const system = actor('effects', 'integrations.deliver');

const account = (on: GoldenStage) =>
  on.does(owner, serviceAccounts, 'create', {
    name: 'Terminkalender',
    purpose: 'Liest, wer da ist',
    scopes: ['visits.receive'],
    until: '2026-12-31T23:00:00Z',
  });

const subscription = {
  url: 'https://receiver.example.com/hooks',
  events: ['visit.visitorArrived'],
  reads: ['visits.receive'],
};
const subscribed = (on: GoldenStage) => on.does(owner, webhooks, 'subscribe', subscription);
const failing = async (on: GoldenStage) => on.does(system, webhooks, 'noteFailing', {}, await subscribed(on));

const about = '0197be0c-7a5b-7c3d-8e4f-ba9876543210';
const event = {
  id: EventId.parse(`evt_${about}_2_0`),
  type: 'visit.visitorArrived',
  at: Instant.parse('2026-06-30T09:00:00+02:00'),
  case: about,
  version: 2,
  fact: { host: '0197be0c-7a5b-7c3d-8e4f-0123456789ab' },
};
const queue = (on: GoldenStage, webhook: string) =>
  on.does(system, deliveries, 'queue', { webhook: WebhookId.parse(webhook), event, label: null });
const sending = async (on: GoldenStage) => queue(on, await subscribed(on));
const waiting = async (on: GoldenStage) => {
  const input = { code: 'receiver_failed', status: 500, next: '2026-06-30T09:00:05+02:00', first: true };
  return on.does(system, deliveries, 'putOff', input, await sending(on));
};
const delivered = async (on: GoldenStage) => on.does(system, deliveries, 'confirm', { status: 204 }, await sending(on));

/** A case of each state, and of each way into it that stores something else. Tuesday 30 June 2026, nine in the morning. */
export const golden: GoldenScenes = {
  definitions: [serviceAccounts, webhooks, deliveries],
  at: '2026-06-30T09:00:00+02:00',
  ports: integrationsPorts({ eventTypes: subscription.events }),
  ends: {
    serviceAccount: { active: 'expired' },
    webhook: { failing: 'paused' },
    delivery: {
      held: 'erased',
      waiting: 'sending', // its effect follows
      delivered: 'erased',
      failed: 'erased',
      dropped: 'erased',
    },
  },
  scenes: {
    serviceAccount: {
      active: account,
      async changed(on) {
        const id = await account(on);
        on.clockPasses('2026-06-30T09:30:00+02:00');
        const wish = { name: 'Kalender', purpose: 'Liest', scopes: ['visits.review'], until: '2026-09-30T22:00:00Z' };
        return on.does(owner, serviceAccounts, 'change', wish, id);
      },
      async closed(on) {
        return on.does(owner, serviceAccounts, 'close', {}, await account(on));
      },
      async expired(on) {
        const id = await account(on);
        await on.clockStrikes('2027-01-01T00:00:00Z');
        return id;
      },
    },
    webhook: {
      active: subscribed,
      failing,
      async changed(on) {
        const wish = { ...subscription, url: 'https://other.example.com/hooks' };
        return on.does(owner, webhooks, 'change', wish, await failing(on));
      },
      async recovered(on) {
        return on.does(system, webhooks, 'noteRecovered', {}, await failing(on));
      },
      async rotated(on) {
        return on.does(owner, webhooks, 'rotateSecret', {}, await subscribed(on));
      },
      async paused(on) {
        return on.does(owner, webhooks, 'pause', {}, await subscribed(on));
      },
      async gone(on) {
        return on.does(system, webhooks, 'noteGone', {}, await subscribed(on));
      },
      async 'paused-by-itself'(on) {
        const id = await failing(on);
        await on.clockStrikes('2026-07-03T09:00:00+02:00');
        return id;
      },
      async resumed(on) {
        const id = await on.does(owner, webhooks, 'pause', {}, await subscribed(on));
        return on.does(owner, webhooks, 'resume', {}, id);
      },
    },
    delivery: {
      sending,
      waiting,
      delivered,
      async held(on) {
        return queue(on, await on.does(owner, webhooks, 'pause', {}, await subscribed(on)));
      },
      async 'held-later'(on) {
        return on.does(system, deliveries, 'hold', {}, await sending(on));
      },
      async failed(on) {
        const input = { code: 'not_taken', status: 400, next: null };
        return on.does(system, deliveries, 'putOff', input, await sending(on));
      },
      async refused(on) {
        return on.does(system, deliveries, 'refuse', { status: 410 }, await sending(on));
      },
      async dropped(on) {
        return on.does(system, deliveries, 'drop', {}, await sending(on));
      },
      async 'sending-again'(on) {
        return on.does(owner, deliveries, 'sendAgain', {}, await delivered(on));
      },
    },
  },
};
