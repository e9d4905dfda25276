import { type Given, type Refusal, refuse } from '@front-office/kernel';
import { isHolidayPlace } from './holidays.ts';
import type { Department, Office, Room, StaffMember } from './schema.ts';

/** Without a calendar for its place an office would be open on every holiday, and nobody would notice before the first. */
export const holidaysAreKnown = ({ input }: Given<unknown, Office>) => {
  if (isHolidayPlace(input)) return undefined;
  const place = [input.country, input.state, input.region].filter((part) => part !== undefined).join('-');
  return refuse('holidays_unknown', { place });
};

/** Of the ids that a record names, those that it cannot. The log of a version that did not ask yet knows of none. */
type Unusable<Ids extends string> = { readonly [Key in Ids]?: readonly string[] };

/**
 * A rule: what a record names is there and in use. What it named before may stay, though that was withdrawn or has left
 * since: it must not keep anybody from changing something else.
 */
const named =
  <const Code extends string, const Ids extends string, Data>(
    code: Code,
    unusable: Ids,
    idsIn: (data: Data) => readonly (string | null)[],
  ) =>
  ({ context, input, known }: Given<Data | undefined, Data, Unusable<Ids>>): Refusal<Code> | undefined => {
    const before = context === undefined ? [] : idsIn(context);
    const id = known[unusable]?.find((each) => idsIn(input).includes(each) && !before.includes(each));
    return id === undefined ? undefined : refuse(code, { id });
  };

type AtSite = Pick<Department | Room | StaffMember, 'site'>;

export const siteIsKnown = named('site_unknown', 'unusableSites', ({ site }: AtSite) => [site]);

export const headIsKnown = named('staff_unknown', 'unusableStaff', ({ head }: Department) => [head]);

export const departmentIsKnown = named('department_unknown', 'unusableDepartments', (room: Room) => [room.department]);

export const departmentsAreKnown = named(
  'department_unknown',
  'unusableDepartments',
  ({ departments }: StaffMember) => departments,
);

export const roomIsKnown = named('room_unknown', 'unusableRooms', ({ room }: StaffMember) => [room]);

export const deputiesAreKnown = named('staff_unknown', 'unusableStaff', ({ deputies }: StaffMember) => deputies);

const successorIsNamed = named('successor_unknown', 'unusableStaff', ({ successor }: StaffMember) => [successor]);

/** Asked anew when the person leaves: now the open work goes to the successor, who may have left since they were named. */
export const successorIsKnown = (given: Parameters<typeof successorIsNamed>[0]) => {
  const leaves = given.context?.active && !given.input.active;
  return successorIsNamed(leaves ? { ...given, context: undefined } : given);
};

/** Nobody stands in for themselves, or takes over their own work. */
export const othersAreNamed = ({ known }: Given<unknown, StaffMember, { readonly isNamedByThemselves?: boolean }>) =>
  known.isNamedByThemselves ? refuse('not_oneself') : undefined;

/** An office belongs to somebody who works there. */
export const ownerStays = ({ input, known }: Given<unknown, StaffMember, { readonly isOwner?: boolean }>) =>
  !input.active && known.isOwner ? refuse('owner_stays') : undefined;
