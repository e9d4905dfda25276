import { byId, byKey, type Found, through, together } from '@front-office/kernel';
import { type Instant, localDate, type PersonName, type TimeZone } from '@front-office/values';
import { offices, SELF, staffMembers } from '../records.ts';
import { ALL_RIGHTS, ALL_ROLES, OWNERS } from './knows.ts';
import { type Level, levels, upTo } from './levels.ts';
import { owners, roles, staffRights } from './records.ts';
import type { AskingRights } from './rights-of.ts';
import type { Role } from './schema.ts';

/** Who may do something: why a button is not there, and whom to ask. */
export interface WhoMay {
  /** Roles that give it, each with the level from which on it does. */
  readonly roles: readonly { readonly key: string; readonly title: Role['title']; readonly from: Level }[];
  /** Some of those who may do it now by a role of theirs or as owner: five at most. */
  readonly people: readonly { readonly id: string; readonly name: PersonName }[];
}

const MOST_PEOPLE = 5;

/** Looks at the first 50 people with rights: enough to name somebody to ask. */
export async function whoMay({ read }: Pick<AskingRights, 'read'>, capability: string, at: Instant): Promise<WhoMay> {
  const found = await read(
    together({
      office: byKey(offices, SELF),
      roles: byKey(roles, ALL_ROLES),
      rights: byKey(staffRights, ALL_RIGHTS),
      owners: byKey(owners, OWNERS),
    }),
  );
  const zone = found.office[0]?.data.zone;
  const giving = found.roles.flatMap(({ data }) => {
    const from = data.withdrawn ? undefined : levels.find((level) => data.grants[level].includes(capability));
    return from === undefined ? [] : { key: data.key, title: data.title, from };
  });
  if (zone === undefined) return { roles: giving, people: [] };
  const date = localDate(at, zone as TimeZone);
  const holders = found.rights
    .filter(({ data: { level, roles: given } }) =>
      given.some(
        ({ role, from, until }) =>
          (from ?? date) <= date &&
          date <= (until ?? date) &&
          giving.some(({ key, from: least }) => key === role && upTo(level).includes(least)),
      ),
    )
    .map(({ data }) => data.staff as string);
  const ids = [...new Set([...holders, ...(found.owners[0]?.data.staff ?? [])])];
  const people = await read(
    together(Object.fromEntries(ids.map((id) => [id, through(byId(staffMembers, id), named)]))),
  );
  return {
    roles: giving,
    people: ids.flatMap((id) => people[id] ?? []).slice(0, MOST_PEOPLE),
  };
}

const named = (found: Found<{ readonly name: PersonName; readonly active: boolean }> | undefined) =>
  found?.data.active ? { id: found.id, name: found.data.name } : undefined;
