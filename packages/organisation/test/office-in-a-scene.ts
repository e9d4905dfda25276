import type { InputOf } from '@front-office/kernel';
import { actor, type Scene, scene } from '@front-office/kernel/testing';
import type { PersonName } from '@front-office/values';
import { dayExceptions, departments, offices, rooms, SiteId, sites, staffMembers } from '../src/index.ts';

type OfficeInput = InputOf<typeof offices, 'create'>;

/** The head of the office, who may set everything up; and somebody who may only look. */
export const lead = actor('lead', 'office.read', 'policies.change', 'staff.invite', 'staff.read');
export const visitor = actor('somebody', 'office.read');

const longDay = [
  { from: '08:00', to: '12:00' },
  { from: '15:00', to: '18:00' },
];
const shortDay = [{ from: '08:00', to: '12:00' }];

export const practice: OfficeInput = {
  name: 'Praxis Dr. Beispielmüller',
  zone: 'Europe/Berlin',
  country: 'DE',
  state: 'BE',
  language: 'de',
  hours: { mon: longDay, tue: longDay, wed: shortDay, thu: longDay, fri: shortDay, sat: [], sun: [] },
};

/** An office without any record yet, on Tuesday 30 June 2026, 09:00 in Berlin. */
export const emptyOffice = () =>
  scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [offices, sites, departments, rooms, staffMembers, dayExceptions],
  });

/** The same office with its own record and one site. */
export async function openOffice(differences: Partial<OfficeInput> = {}) {
  const at = emptyOffice();
  const own = await at.begins(lead, offices, 'create', { ...practice, ...differences });
  const site = await at.begins(lead, sites, 'create', {
    name: 'Hauptpraxis',
    address: ['Musterstraße 1', '00001 Musterstadt'],
  });
  return { at, own, site: SiteId.parse(site) };
}

/** Takes people on, all of them hosts unless they say otherwise; answers their ids in order. */
export async function hires(at: Scene, site: string, people: readonly (PersonName & Partial<Employment>)[]) {
  const ids: string[] = [];
  for (const { title, given, family, ...differences } of people) {
    const name = { family, ...(title && { title }), ...(given && { given }) };
    const employed = { name, site, receivesVisitors: true, active: true, ...differences };
    ids.push(await at.begins(lead, staffMembers, 'create', employed));
  }
  return ids;
}

type Employment = Omit<InputOf<typeof staffMembers, 'create'>, 'name' | 'site'>;
