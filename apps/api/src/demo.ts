import { fillDemoDay, type Office } from '@front-office/office';
import type { SignIn } from '@front-office/sign-in';
import { displayName, type Instant, PersonName } from '@front-office/values';
import { officeIdOf } from './office-id.ts';

/** What a demo has that no other office has: people and a kiosk that anybody may be. */
export interface Demo {
  readonly title: string;
  /** The kiosk that anybody may be, by office. */
  readonly devices: ReadonlyMap<string, string>;
}

interface Opening {
  readonly office: Office;
  readonly signIn: SignIn;
  readonly now: () => Instant;
}

/** Fills the demo's day, and lets anybody sign in as one of its people. */
export async function openDemo({ office, signIn, now }: Opening): Promise<Demo> {
  const { store, vertical } = office;
  const id = officeIdOf(vertical.name);
  const { staff, kiosk } = await fillDemoDay({ store, vertical, office: id, now });
  for (const name of vertical.demo.signIns) {
    const person = vertical.organisation.staff[name];
    const [member] = [staff[name]];
    if (person === undefined || member === undefined) continue;
    const { language } = vertical.organisation.office;
    const [first] = person.rights.roles;
    const title = first && vertical.roles[first.role]?.title[language];
    const shownAs = `${displayName(PersonName.parse(person.name))}${title ? ` (${title})` : ''}`;
    await signIn.demoAccount({ office: id, staff: member, shownAs, language });
  }
  return { title: vertical.title.en, devices: new Map([[id, kiosk]]) };
}
