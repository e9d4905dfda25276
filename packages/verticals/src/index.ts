import { legal } from './legal/legal.ts';
import { medical } from './medical/medical.ts';
import { school } from './school/school.ts';
import { smallBusiness } from './small-business/small-business.ts';
import type { Vertical } from './vertical.ts';

export { atTheDesk, atTheKiosk, expectingVisitors, inTheLead, inTheTeam, seeingClients } from './bundles.ts';
export {
  capabilityCatalogue,
  type KnownCapability,
  type PeopleCapability,
  peopleCapabilities,
} from './capabilities.ts';
export {
  type CapabilityEntry,
  type CapabilityGroup,
  capabilityGroups,
  type Level,
  levels,
} from './catalogue/entry.ts';
export { closingDaysOf } from './closing-days.ts';
export { auditor, type EveryRole, ownerOf, type Role, roleOf } from './roles.ts';
export type {
  RoomKind,
  SampleAbsence,
  SampleDepartment,
  SampleRights,
  SampleRoom,
  SampleStaffMember,
  SampleVisit,
} from './sample.ts';
export {
  type ClosingDays,
  defineVertical,
  type MessagePolicy,
  type Vertical,
} from './vertical.ts';
export type { VerticalWords } from './words.ts';
export { legal, medical, school, smallBusiness };

/** Every kind of office, by name. */
export const verticals = { medical, legal, school, 'small-business': smallBusiness } as const satisfies Readonly<
  Record<string, Vertical>
>;
export type VerticalName = keyof typeof verticals;

/** Whether `text`, typed on a command line, names a kind of office. */
export const isVerticalName = (text: string): text is VerticalName => Object.hasOwn(verticals, text);
