import { actor } from '@front-office/kernel/testing';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import { messages } from '../../src/index.ts';
import { messagePorts } from '../../src/testing.ts';

const office = actor('visits-messages', 'messages.send');
const effects = actor('effects', 'messages.deliver');
const desk = actor('desk', 'messages.send');

const to = { kind: 'staff', id: '0197be0c-7a5b-7c3d-8e4f-0123456789ab' } as const;
const about = { workflow: 'visit', id: '0197be0c-7a5b-7c3d-8e4f-ba9876543210' } as const;

const queued = (on: GoldenStage) => on.does(office, messages, 'queue', { template: 'visitorArrived', to, about });
const bounced = async (on: GoldenStage) =>
  on.does(effects, messages, 'bounce', { code: 'recipient_refused', reply: '550 5.1.1' }, await queued(on));
const sent = async (on: GoldenStage) => on.does(effects, messages, 'confirmSent', { via: 'smtp' }, await queued(on));

/** A message of each state, and of each way into it that stores something else. Tuesday 30 June 2026, after eight. */
export const golden: GoldenScenes = {
  definitions: [messages],
  at: '2026-06-30T20:30:00+02:00',
  ports: messagePorts(),
  ends: {
    message: {
      held: 'queued', // its effect follows
      sent: 'erased',
      bounced: 'erased',
      failed: 'erased',
      cancelled: 'erased',
    },
  },
  scenes: {
    message: {
      queued,
      sent,
      bounced,

      async held(on) {
        return on.does(office, messages, 'queue', { template: 'visitorDidNotCome', to, about });
      },

      async 'bounced-later'(on) {
        return on.does(effects, messages, 'bounce', { code: 'came_back' }, await sent(on));
      },

      async 'queued-again'(on) {
        const message = await bounced(on);
        on.clockPasses('2026-06-30T20:45:00+02:00');
        return on.does(desk, messages, 'sendAgain', {}, message);
      },

      async failed(on) {
        return on.does(effects, messages, 'fail', { code: 'no_address' }, await queued(on));
      },

      async cancelled(on) {
        return on.does(desk, messages, 'cancel', {}, await queued(on));
      },

      async lapsed(on) {
        return on.does(effects, messages, 'lapse', {}, await queued(on));
      },

      async 'sent-although-cancelled'(on) {
        const message = await on.does(desk, messages, 'cancel', {}, await queued(on));
        return on.does(effects, messages, 'confirmSent', { via: 'smtp' }, message);
      },
    },
  },
};
