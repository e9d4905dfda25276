import { type Ask, byId, byKey, known, type Read, through, together } from '@front-office/kernel';
import type { OrganisationPorts } from '../ports.ts';
import { staffMembers } from '../records.ts';
import { unusableStaff } from '../references.ts';
import type { Absence, Owners, Role, StaffRights } from './schema.ts';

// What the rules of a record must know, loaded with it. It is kept with the log, so it is ids, keys and yes or no.

/** The keys by which all of an office's are found at once; of roles, those in use. A lookup answers the first 50. */
export const ALL_ROLES = 'roles';
export const ALL_RIGHTS = 'rights';
export const OWNERS = 'owners';

// Records name one another and themselves, so none of their definitions could be the first: by their names alone.
const roleKind = { name: 'role' } as { readonly name: string; readonly holds?: Role };
const rightsKind = { name: 'staffRights' } as { readonly name: string; readonly holds?: StaffRights };
const ownersKind = { name: 'owners' } as { readonly name: string; readonly holds?: Owners };

type Asking<Data> = Ask<OrganisationPorts, Data>;

const ownRights = ({ ports }: Asking<unknown>) => through(ports.organisation.policy, (policy) => policy.ownRights);

const isThere = (kind: { readonly name: string }, key: string | undefined): Read<boolean> =>
  key === undefined ? known(false) : through(byKey(kind, key), ({ length }) => length > 0);

/** Of the capabilities that a role gives, those for which `is` holds. */
const grantedWhere =
  (is: (entry: { readonly reads: boolean } | undefined) => boolean) =>
  ({ ports, input }: Asking<Role>) =>
    through(ports.organisation.policy, ({ capabilities }) =>
      Object.values(input?.grants ?? {})
        .flat()
        .filter((name) => is(Object.hasOwn(capabilities, name) ? capabilities[name] : undefined)),
    );

export const roleKnows = {
  ownRights,
  taken: ({ input }: Asking<Role>) => isThere(roleKind, input && `role:${input.key}`),
  inUse: (_asking: Asking<Role>) => through(byKey(roleKind, ALL_ROLES), ({ length }) => length),
  unknown: grantedWhere((entry) => entry === undefined),
  changing: grantedWhere((entry) => entry?.reads === false),
  /** Whether whoever asks has this role. */
  held: ({ input, actor }: Asking<Role>) =>
    through(byKey(rightsKind, `staff:${actor.id}`), (found) =>
      found.some(({ data }) => data.roles.some(({ role }) => role === input?.key)),
    ),
};

export const rightsKnows = {
  ownRights,
  taken: ({ input }: Asking<StaffRights>) => isThere(rightsKind, input && `staff:${input.staff}`),
  unusableStaff: ({ input }: Asking<StaffRights>) => unusableStaff(input?.staff),
  rolesFound: ({ input }: Asking<StaffRights>) => {
    const named = (input?.roles ?? []).map(({ role }) => [role, byKey(roleKind, `role:${role}`)] as const);
    return through(together(Object.fromEntries(named)), (found) =>
      Object.entries(found).map(([key, [role]]) => ({
        key,
        isThere: role !== undefined && !role.data.withdrawn,
        mustEnd: role?.data.mustEnd ?? false,
      })),
    );
  },
};

export const ownersKnow = {
  taken: (_asking: Asking<Owners>) => isThere(ownersKind, OWNERS),
  unusableStaff: ({ input }: Asking<Owners>) => unusableStaff(...(input?.staff ?? [])),
};

export const absenceKnows = {
  unusableStaff: ({ input }: Asking<Absence>) => unusableStaff(input?.staff),
  deputies: ({ input }: Asking<Absence>): Read<readonly string[]> =>
    input ? through(byId(staffMembers, input.staff), (found) => found?.data.deputies ?? []) : known([]),
};
