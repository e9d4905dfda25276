import { type Refusal, refuse } from '@front-office/kernel';
import { isHolidayPlace, levels, MailAddress, Office as OfficeRecord, Room, Site } from '@front-office/organisation';
import type { Account, InOffice } from '@front-office/sign-in';
import { derivedId, PersonName } from '@front-office/values';
import { type VerticalName, verticals } from '@front-office/verticals';
import * as z from 'zod';
import type { Office } from '../create-office.ts';
import { carryOut, type PlannedStaff } from './plan.ts';

/** Who makes the first office is its owner: an office's id follows from their account, so that a second try finds it. */
const OFFICES = '0f9a6a2c-5d0e-4f6f-9a44-6b5a6e0f7c11';

const kinds = Object.keys(verticals) as [VerticalName, ...VerticalName[]]; // Object.keys forgets the keys

/** A colleague whom the wizard enters. How they sign in is said by an invitation, later. */
const Colleague = z.strictObject({
  name: PersonName,
  receivesVisitors: z.boolean(),
  mail: MailAddress.nullable(),
  /** A role of this kind of office, by its key. */
  role: z.string().max(40),
  level: z.enum(levels),
});

/** What the wizard of the first start asks. */
export const OwnOffice = z.strictObject({
  kind: z.enum(kinds),
  office: OfficeRecord.omit({ kind: true }),
  address: Site.shape.address,
  owner: z.strictObject({ name: PersonName, receivesVisitors: z.boolean() }),
  people: z.array(Colleague).max(50),
  rooms: z.array(Room.pick({ name: true, kind: true })).max(50),
});
export type OwnOffice = z.output<typeof OwnOffice>;

/** Sets up somebody's own office, with themselves as owner. Repeated after a crash it goes on where it stopped. */
export async function setUpOwnOffice(
  office: Office,
  wish: OwnOffice,
  account: Pick<Account, 'id' | 'name' | 'language'>,
): Promise<InOffice> {
  const id = derivedId(OFFICES, account.id);
  const owner: PlannedStaff = {
    ...wish.owner,
    mail: account.name,
    language: account.language,
    rights: { level: 'lead', roles: [{ role: 'owner' }] },
  };
  const people = wish.people.map(({ role, level, ...person }, index): [string, PlannedStaff] => [
    `${index}`,
    { ...person, language: wish.office.language, rights: { level, roles: [{ role }] } },
  ]);
  const staff = await carryOut(office, id, {
    office: { ...wish.office, kind: wish.kind },
    site: { name: wish.office.name, address: wish.address },
    departments: {},
    rooms: Object.fromEntries(wish.rooms.map((room, index) => [`${index}`, room])),
    roles: verticals[wish.kind].roles,
    staff: { owner, ...Object.fromEntries(people) },
    closingDays: [],
    absences: [],
    barred: [],
  });
  return { office: id, staff: staff.owner ?? '' };
}

/** The roles that somebody can be entered with at once: not those that must have an end. */
export const rolesOffered = (kind: VerticalName) =>
  Object.entries(verticals[kind].roles)
    .filter(([, { mustEnd }]) => !mustEnd)
    .map(([key, { title }]) => ({ key, title }));

/** What the records' own rules would refuse, judged before anything is made. */
export function unfitFor({
  kind,
  office,
  people,
}: OwnOffice): Refusal<'holidays_unknown' | 'role_unknown'> | undefined {
  if (!isHolidayPlace(office)) {
    const place = [office.country, office.state, office.region].filter((part) => part !== undefined).join('-');
    return refuse('holidays_unknown', { place });
  }
  const offered = rolesOffered(kind).map(({ key }) => key);
  const unknown = people.find(({ role }) => !offered.includes(role));
  return unknown && refuse('role_unknown', { role: unknown.role });
}
