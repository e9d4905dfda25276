import type { At, WorkItem } from '@front-office/kernel';
import { MANAGES } from '../rights.ts';
import type { Webhook } from './schema.ts';

/** An endpoint that takes nothing waits for a person: one item, however many deliveries wait with it. */
export function workItems({ state, context }: At<Webhook>): WorkItem[] {
  const troubled = state === 'failing' || (state === 'paused' && context.pausedFor !== 'asked');
  if (!troubled) return [];
  return [{ kind: 'webhook.failing', due: context.since, needs: MANAGES, assignee: null, label: null }];
}
