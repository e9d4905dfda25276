import type { At, WorkItem } from '@front-office/kernel';
import type { Message } from './schema.ts';

/** A message that did not arrive waits for a person, who tells the recipient otherwise or has it sent again. */
export function workItems({ state, context }: At<Message>): WorkItem[] {
  if (state !== 'bounced' && state !== 'failed') return [];
  return [{ kind: 'message.failed', due: context.since, needs: 'messages.send', assignee: null, label: null }];
}
