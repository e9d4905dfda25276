import { byId, byKey, known, type Read, through, together } from '@front-office/kernel';
import type { Department, Room, Site, StaffId, StaffMember } from './schema.ts';

/** A kind of record by its name alone: records name one another, so none of their definitions could be the first. */
interface Kind<Data> {
  readonly name: string;
  readonly holds?: Data;
}

const site: Kind<Site> = { name: 'site' };
const department: Kind<Department> = { name: 'department' };
const room: Kind<Room> = { name: 'room' };
const staffMember: Kind<StaffMember> = { name: 'staffMember' };

type Named = string | null | undefined;

/** Of these ids, those that nothing here has, or nothing that is still in use. Only they are kept with the log. */
function unusable<Data>(
  kind: Kind<Data>,
  inUse: (data: Data) => boolean,
  ids: readonly Named[],
): Read<readonly string[]> {
  const named = [...new Set(ids)].filter((id) => typeof id === 'string');
  if (named.length === 0) return known([]);
  const reads = together(Object.fromEntries(named.map((id) => [id, byId(kind, id)])));
  return through(reads, (found) => {
    const fits = (id: string) => found[id] !== undefined && inUse(found[id].data);
    return named.filter((id) => !fits(id));
  });
}

export const unusableSites = (...ids: readonly Named[]) => unusable(site, () => true, ids);
export const unusableDepartments = (...ids: readonly Named[]) => unusable(department, isInUse, ids);
export const unusableRooms = (...ids: readonly Named[]) => unusable(room, isInUse, ids);
export const unusableStaff = (...ids: readonly Named[]) => unusable(staffMember, ({ active }) => active, ids);

const isInUse = ({ withdrawn }: Department | Room) => !withdrawn;

/** Whether this staff member is among those whose office it is. */
export const isOwner = (staff: string | undefined): Read<boolean> =>
  staff === undefined
    ? known(false)
    : through(
        byKey(owners, 'owners'),
        ([found]) => (found?.data.staff as readonly string[] | undefined)?.includes(staff) ?? false,
      );

const owners: Kind<{ readonly staff: readonly StaffId[] }> = { name: 'owners' };
