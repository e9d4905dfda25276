import * as z from 'zod';

/**
 * Everything that can be told, and whether it waits for the end of quiet hours. What is urgent is told at once: somebody
 * stands at the front desk.
 */
const urgency = {
  /** To the host: a visitor has come. */
  visitorArrived: 'urgent',
  /** To the host: the visitor still waits. */
  hostReminded: 'urgent',
  /** To the desk: nobody has come for the visitor. */
  deskTold: 'urgent',
  /** To the host: an announced visitor did not come. */
  visitorDidNotCome: 'canWait',
} as const;

export const TemplateName = z.enum(Object.keys(urgency) as (keyof typeof urgency)[]); // Object.keys forgets the names
export type TemplateName = z.output<typeof TemplateName>;

export const isUrgent = (template: TemplateName): boolean => urgency[template] === 'urgent';
