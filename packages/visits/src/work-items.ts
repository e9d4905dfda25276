import type { At, WorkItem } from '@front-office/kernel';
import type { Visit } from './schema.ts';

/** What the desk has to see to while a visitor waits. */
export function workItems({ state, context }: At<Visit>): WorkItem[] {
  if (state !== 'waiting') return [];
  const item = (kind: string): WorkItem => ({
    kind,
    due: context.since,
    needs: 'visits.receive',
    assignee: null,
    label: context.label,
  });
  return [
    item('visit.waiting'),
    ...(context.deskTold ? [item('visit.hostSilent')] : []),
    ...(context.barred.length > 0 ? [item('visit.nameBarred')] : []),
  ];
}
