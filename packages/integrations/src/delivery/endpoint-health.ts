import { defineReaction, type ReactionHere } from '@front-office/kernel';
import { webhooks } from '../webhook/workflow.ts';
import { deliveries } from './workflow.ts';

/** Deliveries tell their webhook how its endpoint fares. One that has been told so before, or is gone, heeds it no more. */
export const endpointHealth = defineReaction('endpoint-health', deliveries, {
  endpointFailed: ({ webhook }, here) => tell(here, 'noteFailing', webhook),
  endpointRecovered: ({ webhook }, here) => tell(here, 'noteRecovered', webhook),
  endpointGone: ({ webhook }, here) => tell(here, 'noteGone', webhook),
});

async function tell(here: ReactionHere, command: 'noteFailing' | 'noteRecovered' | 'noteGone', webhook: string) {
  await here.dispatch(webhooks, command, {}, { case: webhook, unless: ['not_now', 'not_found'] });
}
