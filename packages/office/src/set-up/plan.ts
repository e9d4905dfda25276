import type { Actor, InputOf } from '@front-office/kernel';
import {
  absences,
  dayExceptions,
  departments,
  offices,
  owners,
  roles,
  rooms,
  sites,
  staffMembers,
  staffRights,
} from '@front-office/organisation';
import type { Level, Role } from '@front-office/verticals';
import { barredPersons } from '@front-office/visits';
import { beginOnce, changeOnce } from '../begin-once.ts';
import type { Office } from '../create-office.ts';

/** Ids by the short names that a plan uses. */
type Ids = Readonly<Record<string, string>>;
export type StaffIds = Ids;

type Named<T> = Readonly<Record<string, T>>;

/** What an office begins with. Its parts name each other by short names; ids are made when it is set up. */
export interface Plan {
  readonly office: InputOf<typeof offices, 'create'>;
  readonly site: InputOf<typeof sites, 'create'>;
  readonly departments: Named<{ readonly name: string; readonly head?: string | undefined }>;
  readonly rooms: Named<
    Pick<InputOf<typeof rooms, 'create'>, 'name' | 'kind'> & { readonly department?: string | undefined }
  >;
  readonly roles: Named<Role>;
  readonly staff: Named<PlannedStaff>;
  readonly closingDays: readonly InputOf<typeof dayExceptions, 'create'>[];
  readonly absences: readonly PlannedAbsence[];
  readonly barred: readonly InputOf<typeof barredPersons, 'create'>[];
}

export interface PlannedStaff
  extends Pick<InputOf<typeof staffMembers, 'create'>, 'name' | 'receivesVisitors' | 'mail' | 'language'> {
  readonly department?: string | undefined;
  readonly room?: string | undefined;
  readonly deputies?: readonly string[] | undefined;
  readonly rights: PlannedRights;
}

/** Dates such as `2026-08-01`, both included; left out, the role has been there and stays. */
interface PlannedRights {
  readonly level: Level;
  readonly roles: readonly { readonly role: string; readonly from?: string; readonly until?: string }[];
}

interface PlannedAbsence extends Omit<InputOf<typeof absences, 'create'>, 'staff' | 'deputy'> {
  readonly staff: string;
  readonly deputy: string | null;
}

/** The key of the template that says what an owner is called. */
const OWNER = 'owner';

const settingUp: Actor = {
  kind: 'system',
  id: 'set-up',
  capabilities: new Set([
    'policies.change',
    'staff.invite',
    'capabilities.grant',
    'roster.absence.report',
    'visits.bar',
  ]),
};

/**
 * Sets an office up. Every record has a request id of its own, so a set-up that was interrupted goes on, and one that is
 * complete changes nothing, even when a newer version's plan says otherwise.
 */
export async function carryOut(office: Office, id: string, plan: Plan): Promise<StaffIds> {
  const asked = (what: string) => ({ office: id, actor: settingUp, request: `set-up:${what}` });
  const idOf = (ids: Ids, name: string | undefined) => (name === undefined ? null : (ids[name] ?? null));

  await beginOnce(office, offices, 'create', plan.office, asked('office'));
  const site = await beginOnce(office, sites, 'create', plan.site, asked('site'));
  const inDepartment = await each(plan.departments, (name, { name: called }) =>
    beginOnce(office, departments, 'create', { name: called, site, head: null }, asked(`department:${name}`)),
  );
  const inRoom = await each(plan.rooms, (name, { name: called, kind, department }) => {
    const room = { name: called, kind, site, department: idOf(inDepartment, department) };
    return beginOnce(office, rooms, 'create', room, asked(`room:${name}`));
  });
  const { [OWNER]: _named, ...roleTemplates } = plan.roles; // whose office it is, a record of its own says
  await each(roleTemplates, (key, { title, grants, labels, readsOnly, mustEnd }) => {
    const given = Object.fromEntries(Object.entries(grants).map(([level, list]) => [level, [...list]]));
    const role = { key, title, grants: given as never, labels: [...labels], readsOnly, mustEnd, reason: null }; // the same levels, copied
    return beginOnce(office, roles, 'create', role, asked(`role:${key}`));
  });
  const memberOf = (person: PlannedStaff, deputies: string[]) => {
    const { name, receivesVisitors, mail, language } = person;
    const department = idOf(inDepartment, person.department);
    return {
      name,
      receivesVisitors,
      mail,
      language,
      site,
      active: true,
      departments: department === null ? [] : [department],
      room: idOf(inRoom, person.room),
      deputies,
    };
  };
  const staff = await each(plan.staff, (name, person) =>
    beginOnce(office, staffMembers, 'create', memberOf(person, []), asked(`staff:${name}`)),
  );
  // Who stands in for whom, and who heads what, is said once everybody is there.
  for (const [name, person] of Object.entries(plan.staff)) {
    const own = staff[name] ?? '';
    const deputies = (person.deputies ?? []).map((deputy) => staff[deputy] ?? '');
    if (deputies.length > 0)
      await changeOnce(office, staffMembers, memberOf(person, deputies), { ...asked(`deputies:${name}`), case: own });
    const { level, roles: given } = person.rights;
    const rights = given
      .filter(({ role }) => role !== OWNER)
      .map(({ role, from = null, until = null }) => ({ role, from, until }));
    await beginOnce(
      office,
      staffRights,
      'create',
      { staff: own, level, roles: rights, reason: null },
      asked(`rights:${name}`),
    );
  }
  const owning = Object.keys(plan.staff).filter((name) =>
    plan.staff[name]?.rights.roles.some(({ role }) => role === OWNER),
  );
  const house = { staff: owning.map((name) => staff[name] ?? ''), reason: null };
  await beginOnce(office, owners, 'create', house, asked('owners'));
  for (const [name, { name: called, head }] of Object.entries(plan.departments)) {
    if (head === undefined) continue;
    const headed = { name: called, site, head: idOf(staff, head) };
    await changeOnce(office, departments, headed, { ...asked(`head:${name}`), case: inDepartment[name] ?? '' });
  }
  for (const [index, { staff: away, deputy, ...when }] of plan.absences.entries()) {
    const absence = { ...when, staff: staff[away] ?? '', deputy: idOf(staff, deputy ?? undefined) };
    await beginOnce(office, absences, 'create', absence, asked(`absence:${index}`));
  }
  for (const day of plan.closingDays)
    await beginOnce(office, dayExceptions, 'create', day, asked(`closed:${day.date}`));
  for (const [index, entry] of plan.barred.entries())
    await beginOnce(office, barredPersons, 'create', entry, asked(`barred:${index}`));
  return staff;
}

/** Does something for every entry, in their order, and answers its ids by the same names. */
async function each<T>(entries: Named<T>, begin: (name: string, entry: T) => Promise<string>): Promise<Ids> {
  const ids: Record<string, string> = {};
  for (const [name, entry] of Object.entries(entries)) ids[name] = await begin(name, entry);
  return ids;
}
