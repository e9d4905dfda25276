import { byId, byKey, type Found, type Read, through, together } from '@front-office/kernel';
import {
  type Instant,
  isBefore,
  type LocalDate,
  localDate,
  type PersonName,
  type TimeZone,
} from '@front-office/values';
import type { RightsPolicy } from '../ports.ts';
import { offices, SELF, staffMembers } from '../records.ts';
import type { StaffMember } from '../schema.ts';
import { ALL_ROLES, OWNERS } from './knows.ts';
import { type Level, upTo } from './levels.ts';
import { monthOf } from './months.ts';
import { absences, owners, roles, staffRights } from './records.ts';
import type { Absence, Role, StaffRights } from './schema.ts';

/** Why somebody may do something. */
export type Because =
  | { readonly kind: 'owner' }
  | { readonly kind: 'role'; readonly role: string; readonly level: Level }
  | { readonly kind: 'deputy'; readonly for: string; readonly until: Instant };

/** What one person may do in this office now. */
export interface Rights {
  readonly staff: { readonly id: string; readonly name: PersonName; readonly active: boolean };
  readonly level: Level | null;
  readonly isOwner: boolean;
  /** The roles that count today. */
  readonly roles: readonly { readonly key: string; readonly title: Role['title'] }[];
  readonly capabilities: ReadonlyMap<string, readonly Because[]>;
  /** Confidentiality labels whose cases they may read. */
  readonly labels: ReadonlySet<string>;
}

/** Reads in one office: `(read) => kernel.read(office, read)`. */
export type ReadHere = <T>(read: Read<T>) => Promise<T>;

/** What the question of rights is asked with. */
export interface AskingRights {
  readonly read: ReadHere;
  /** The port of this package: what the office has set about rights. */
  readonly policy: Read<RightsPolicy>;
}

/**
 * What nobody gets by standing in for somebody. Standing in ends by itself, so nothing is lent by which it could be made
 * to last: giving rights, taking people on and naming deputies, opening somebody's account.
 */
const NEVER_LENT: ReadonlySet<string> = new Set([
  'capabilities.grant',
  'staff.invite',
  'staff.recover',
  'integrations.manage',
]);

/**
 * What a staff member may do at a moment, and why; nothing for somebody unknown. Who has left may do nothing, who owns the
 * office everything. One round trip, and a second one only while they stand in for somebody.
 *
 * Standing in lends the roles of the absent person (not what they own, nor what was lent to them), for the time of the
 * absence, except for what would outlast it. A capability that would join two sides of a pair is not lent; of a pair of
 * which both sides are lent, neither is.
 */
export async function rightsOf(
  { read, policy }: AskingRights,
  staff: string,
  at: Instant,
): Promise<Rights | undefined> {
  const found = await read(
    together({
      policy,
      person: byId(staffMembers, staff),
      office: byKey(offices, SELF),
      own: byKey(staffRights, `staff:${staff}`),
      roles: byKey(roles, ALL_ROLES),
      owners: byKey(owners, OWNERS),
      absences: byKey(absences, `deputy:${staff}:${monthOf(at)}`),
    }),
  );
  const { person, policy: set } = found;
  const zone = found.office[0]?.data.zone;
  if (person === undefined || zone === undefined) return undefined;
  const about = { id: person.id, name: person.data.name, active: person.data.active };
  if (!about.active) return { ...nothing, staff: about };

  const today = { at, date: localDate(at, zone as TimeZone) };
  const isOwner = found.owners[0]?.data.staff.includes(person.id as never) ?? false; // an id is an id
  const own = found.own[0]?.data;
  const byRole = rightsByRole(own, found.roles, today.date);
  const lent = await lentTo({ read, absences: found.absences.map(({ data }) => data), roles: found.roles }, today);
  const capabilities = new Map<string, Because[]>();
  const note = (name: string, why: Because) => capabilities.set(name, [...(capabilities.get(name) ?? []), why]);
  if (isOwner) for (const name of Object.keys(set.capabilities)) note(name, { kind: 'owner' });
  for (const { key, level, grants } of byRole)
    for (const name of grants) note(name, { kind: 'role', role: key, level });
  const alone = new Set(capabilities.keys());
  const joined = new Set([...alone, ...lent.capabilities.map(({ name }) => name)]);
  for (const { name, ...why } of lent.capabilities)
    if (!joinsAPair(name, joined, set.pairs)) note(name, { kind: 'deputy', ...why });
  return {
    staff: about,
    level: own?.level ?? null,
    isOwner,
    roles: byRole.map(({ key, title }) => ({ key, title })),
    capabilities,
    labels: new Set([...(isOwner ? set.labels : []), ...byRole.flatMap(({ labels }) => labels), ...lent.labels]),
  };
}

const nothing = { level: null, isOwner: false, roles: [], capabilities: new Map(), labels: new Set<string>() };

interface RoleNow {
  readonly key: string;
  readonly title: Role['title'];
  readonly level: Level;
  readonly grants: readonly string[];
  readonly labels: readonly string[];
}

/** What somebody's roles come to on a local day, by their level. */
function rightsByRole(rights: StaffRights | undefined, all: readonly Found<Role>[], date: LocalDate): RoleNow[] {
  if (rights === undefined) return [];
  const current = rights.roles.filter(({ from, until }) => (from ?? date) <= date && date <= (until ?? date));
  return current.flatMap(({ role: key }) => {
    const role = all.find(({ data }) => data.key === key)?.data;
    if (role === undefined || role.withdrawn) return [];
    const { title, labels, grants } = role;
    return { key, title, labels, level: rights.level, grants: upTo(rights.level).flatMap((level) => grants[level]) };
  });
}

interface Lending {
  readonly read: ReadHere;
  readonly absences: readonly Absence[];
  readonly roles: readonly Found<Role>[];
}

/** What is lent by those who are away now. */
async function lentTo(
  { read, absences: named, roles: all }: Lending,
  { at, date }: { readonly at: Instant; readonly date: LocalDate },
) {
  const now = named.filter(({ from, until, withdrawn }) => !withdrawn && !isBefore(at, from) && isBefore(at, until));
  if (now.length === 0) return { capabilities: [], labels: [] };
  const ids = [...new Set(now.map(({ staff }) => staff as string))];
  const found = await read(
    together(
      Object.fromEntries(
        ids.map((id) => [
          id,
          through(together({ person: byId(staffMembers, id), rights: byKey(staffRights, `staff:${id}`) }), stillHere),
        ]),
      ),
    ),
  );
  const lending = now.map(({ staff, until }) => ({ for: staff, until, given: rightsByRole(found[staff], all, date) }));
  return {
    labels: lending.flatMap(({ given }) => given.flatMap(({ labels }) => labels)),
    capabilities: lending.flatMap(({ given, ...why }) =>
      given.flatMap(({ grants }) => grants.filter((name) => !NEVER_LENT.has(name)).map((name) => ({ name, ...why }))),
    ),
  };
}

const stillHere = ({
  person,
  rights,
}: {
  readonly person: Found<StaffMember> | undefined;
  readonly rights: readonly Found<StaffRights>[];
}) => (person?.data.active ? rights[0]?.data : undefined);

const joinsAPair = (name: string, joined: ReadonlySet<string>, pairs: RightsPolicy['pairs']) =>
  pairs.some(([one, other]) => (one === name && joined.has(other)) || (other === name && joined.has(one)));
