import { type Given, type Refusal, refuse } from '@front-office/kernel';
import { HOUR_MS, isBefore, LocalDate, plusDays, plusMs } from '@front-office/values';
import type { RightsPolicy } from '../ports.ts';
import { levels } from './levels.ts';
import type { Absence, Owners, Role, StaffRights } from './schema.ts';
import { type SecondPersonRule, secondPerson } from './second-person.ts';

type Knowing<Data, Known> = Given<Data | undefined, Data, Known>;
type OwnRights = RightsPolicy['ownRights'];

/** Of some records an office has one, or one for each key. */
export const thereIsOne =
  <const Code extends string>(code: Code) =>
  ({ context, known }: Given<unknown, unknown, { readonly taken: boolean }>): Refusal<Code> | undefined =>
    context === undefined && known.taken ? refuse(code) : undefined;

/** Rights name a role by its key. */
export const keyStays = ({ context, input }: Knowing<Role, unknown>) =>
  context && context.key !== input.key ? refuse('role_key_stays', { key: context.key }) : undefined;

/** All roles in use are found at once, and a lookup answers so many: one more would give nobody anything, in silence. */
const MOST_ROLES = 50;

export const rolesFit = ({ context, input, known }: Knowing<Role, { readonly inUse: number }>) => {
  const isOneMore = !input.withdrawn && (context === undefined || context.withdrawn);
  return isOneMore && known.inUse >= MOST_ROLES ? refuse('too_many_roles', { most: MOST_ROLES }) : undefined;
};

export const capabilitiesAreKnown = ({ known }: Knowing<Role, { readonly unknown: readonly string[] }>) =>
  known.unknown.length > 0 ? refuse('capability_unknown', { capabilities: known.unknown }) : undefined;

export const readsOnlyReads = ({ input, known }: Knowing<Role, { readonly changing: readonly string[] }>) =>
  input.readsOnly && known.changing.length > 0 ? refuse('only_reading', { capabilities: known.changing }) : undefined;

/** What a role gains, whoever has it gains. */
export const ownRoleStays = (given: Knowing<Role, { readonly ownRights: OwnRights; readonly held: boolean }>) =>
  given.known.held && gains(given.context, given.input) ? byAnother(given, given.input.reason) : undefined;

function gains(before: Role | undefined, after: Role): boolean {
  if (before === undefined) return true;
  const had = new Set(before.withdrawn ? [] : held(before));
  return held(after).some((right) => !had.has(right)) || (before.mustEnd && !after.mustEnd);
}

/** Everything that it gives, each with the level from which on it does. */
const held = ({ grants, labels }: Role) => [
  ...labels.map((label) => `label ${label}`),
  ...levels.flatMap((level, index) =>
    levels.slice(index).flatMap((from) => grants[level].map((name) => `${from} ${name}`)),
  ),
];

export const staffStays = ({
  context,
  input,
  known,
}: Knowing<StaffRights, { readonly unusableStaff: readonly string[] }>) => {
  if (context && context.staff !== input.staff) return refuse('rights_stay_with', { staff: context.staff });
  const [id] = context ? [] : known.unusableStaff;
  return id === undefined ? undefined : refuse('staff_unknown', { id });
};

interface RolesFound {
  readonly rolesFound: readonly { readonly key: string; readonly isThere: boolean; readonly mustEnd: boolean }[];
}

/** A role that was withdrawn meanwhile may stay where it was given: it gives nothing. */
export const rolesAreKnown = ({ context, input, known }: Knowing<StaffRights, RolesFound>) => {
  const before = new Set(context?.roles.map(({ role }) => role));
  const unknown = known.rolesFound.find(({ key, isThere }) => !isThere && !before.has(key));
  return unknown && input.roles.length > 0 ? refuse('role_unknown', { role: unknown.key }) : undefined;
};

const LONGEST_DAYS = 366;

/** An auditor is let in for a time. */
export const rolesEnd = ({ input, known, at }: Knowing<StaffRights, RolesFound>) => {
  const mustEnd = new Set(known.rolesFound.filter((role) => role.mustEnd).map(({ key }) => key));
  const latest = plusDays(LocalDate.parse(at.slice(0, 'YYYY-MM-DD'.length)), LONGEST_DAYS);
  const endless = input.roles.find(({ role, until }) => mustEnd.has(role) && (until === null || until > latest));
  return endless && refuse('role_needs_an_end', { role: endless.role, days: LONGEST_DAYS });
};

/** Nobody gives themselves more than they have; taking away is fine. */
export const ownRightsStay = (given: Knowing<StaffRights, { readonly ownRights: OwnRights }>) => {
  const { context, input, actor } = given;
  if (actor.kind !== 'staff' || actor.id !== input.staff || !givesMore(context, input)) return undefined;
  return byAnother(given, input.reason);
};

function givesMore(before: StaffRights | undefined, after: StaffRights): boolean {
  if (before === undefined) return after.roles.length > 0;
  if (levels.indexOf(after.level) > levels.indexOf(before.level)) return true;
  return after.roles.some(
    (now) => !before.roles.some((had) => had.role === now.role && starts(had) <= starts(now) && ends(had) >= ends(now)),
  );
}

const starts = ({ from }: StaffRights['roles'][number]) => from ?? '0000';
const ends = ({ until }: StaffRights['roles'][number]) => until ?? '9999';

/** The policy's rule for two people: the one who gains, and the one who gives. Setting up is neither. */
function byAnother({ actor, at, known }: Knowing<unknown, { readonly ownRights: OwnRights }>, reason: string | null) {
  if (actor.kind === 'system') return undefined;
  const rule: SecondPersonRule = { kind: known.ownRights === 'with_reason' ? 'self_with_reason' : 'two_people' };
  const refusal = secondPerson(rule, { by: actor, at }, { by: actor, at, reason });
  return refusal && (refusal.code === 'reason_needed' ? refuse('reason_needed') : refuse('own_rights'));
}

/** Only an owner makes owners. */
export const onlyOwnersGive = ({ context, actor }: Knowing<Owners, unknown>) =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && (context?.staff as readonly string[] | undefined)?.includes(actor.id))
    ? undefined
    : refuse('owner_only');

/**
 * Somebody who is an owner now stays one, so an office is handed over in two steps. Between them nobody can see the new
 * owner off; with one step, both could be done at the same moment, and the office would belong to nobody who is here.
 */
export const anOwnerStays = ({
  context,
  input,
  known,
}: Knowing<Owners, { readonly unusableStaff: readonly string[] }>) => {
  const isHere = (id: string) => !known.unusableStaff.includes(id);
  const stays = context === undefined || input.staff.some((id) => context.staff.includes(id) && isHere(id));
  return stays ? undefined : refuse('last_owner');
};

export const ownersAreHere = ({ context, known }: Knowing<Owners, { readonly unusableStaff: readonly string[] }>) => {
  const id = known.unusableStaff.find((each) => !(context?.staff as readonly string[] | undefined)?.includes(each));
  return id === undefined ? undefined : refuse('staff_unknown', { id });
};

export const absenceIsNoYear = ({ input }: Knowing<Absence, unknown>) =>
  isBefore(plusMs(input.from, LONGEST_DAYS * 24 * HOUR_MS), input.until)
    ? refuse('absence_too_long', { days: LONGEST_DAYS })
    : undefined;

export const absentIsKnown = ({
  context,
  input,
  known,
}: Knowing<Absence, { readonly unusableStaff: readonly string[] }>) => {
  const [id] = context?.staff === input.staff ? [] : known.unusableStaff;
  return id === undefined ? undefined : refuse('staff_unknown', { id });
};

/** Whether anybody gets anything by it: somebody stands in who did not, for somebody else, or for longer. */
function lendsMore(before: Absence | undefined, after: Absence): boolean {
  if (after.withdrawn || after.deputy === null) return false;
  if (before === undefined || before.withdrawn || before.deputy !== after.deputy || before.staff !== after.staff)
    return true;
  return isBefore(after.from, before.from) || isBefore(before.until, after.until);
}

/** Asked only of what is lent anew: a list of deputies that has changed keeps nobody from coming back earlier. */
export const deputyIsNamed = ({ context, input, known }: Knowing<Absence, { readonly deputies: readonly string[] }>) =>
  lendsMore(context, input) && !known.deputies.includes(input.deputy ?? '') ? refuse('not_a_deputy') : undefined;

/** Whoever says that somebody is away does not get their rights by it. */
export const notForOwnGain = ({ context, input, actor }: Knowing<Absence, unknown>) =>
  actor.kind === 'staff' && input.deputy === actor.id && lendsMore(context, input)
    ? refuse('not_for_own_gain')
    : undefined;
