import type { Actor } from '@front-office/kernel';
import { dayExceptions, offices, sites, staffMembers } from '@front-office/organisation';
import { localDate, TimeZone } from '@front-office/values';
import { closingDaysOf } from '@front-office/verticals';
import { barredPersons } from '@front-office/visits';
import { beginOnce } from './begin-once.ts';
import type { Office } from './create-office.ts';

/** Staff ids by the short names that the vertical's samples use. */
export type StaffIds = Readonly<Record<string, string>>;

/**
 * Sets an office up from its vertical: the office itself, its site, people, closing days of this year and the next, and
 * the barred list. Every record has a request id of its own, so a set-up that was interrupted goes on, and one that is
 * complete changes nothing, even when a newer version's vertical says otherwise.
 */
export async function setUpOffice(office: Office, id: string): Promise<StaffIds> {
  const { organisation, sample, roles } = office.vertical;
  const actor: Actor = { kind: 'system', id: 'set-up', capabilities: new Set(roles.lead.capabilities) };
  const asked = (what: string) => ({ office: id, actor, request: `set-up:${what}` });

  await beginOnce(office, offices, 'create', organisation.office, asked('office'));
  const site = await beginOnce(office, sites, 'create', organisation.site, asked('site'));
  const staff: Record<string, string> = {};
  for (const [name, person] of Object.entries(organisation.staff)) {
    const member = { ...person, site, active: true };
    staff[name] = await beginOnce(office, staffMembers, 'create', member, asked(`staff:${name}`));
  }
  const thisYear = Number(localDate(office.now(), TimeZone.parse(organisation.office.zone)).slice(0, 4));
  for (const year of [thisYear, thisYear + 1]) {
    for (const day of closingDaysOf(office.vertical, year)) {
      await beginOnce(office, dayExceptions, 'create', day, asked(`closed:${day.date}`));
    }
  }
  for (const [index, entry] of sample.barred.entries()) {
    await beginOnce(office, barredPersons, 'create', entry, asked(`barred:${index}`));
  }
  return staff;
}
