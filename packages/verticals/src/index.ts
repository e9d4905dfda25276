import { legal } from './legal.ts';
import { medical } from './medical.ts';
import { school } from './school.ts';
import { smallBusiness } from './small-business.ts';
import type { Vertical } from './vertical.ts';

export { atTheDesk, atTheKiosk, inTheLead, type KnownCapability } from './capabilities.ts';
export { closingDaysOf } from './closing-days.ts';
export {
  type ClosingDays,
  defineVertical,
  type MessagePolicy,
  type Role,
  type SampleStaffMember,
  type SampleVisit,
  type Vertical,
  type VerticalWords,
} from './vertical.ts';
export { legal, medical, school, smallBusiness };

/** Every kind of office, by name. */
export const verticals = { medical, legal, school, 'small-business': smallBusiness } as const satisfies Readonly<
  Record<string, Vertical>
>;
export type VerticalName = keyof typeof verticals;

/** Whether `text`, typed on a command line, names a kind of office. */
export const isVerticalName = (text: string): text is VerticalName => Object.hasOwn(verticals, text);
