import type { InputAt, OutputAt } from '@front-office/http-express/client';
import type { OfficeDoors } from '@front-office/office';
import { type Day, days, hoursAsText, hoursFromText } from './hours.ts';

export type Kind = OutputAt<OfficeDoors, 'POST /set-up/look'>['kinds'][number];
type Wish = InputAt<OfficeDoors, 'POST /set-up'>['office'];

export interface Colleague {
  readonly given: string;
  readonly family: string;
  readonly role: string;
  readonly level: 'trainee' | 'qualified' | 'senior' | 'lead';
  readonly receivesVisitors: boolean;
}

/** What was typed so far. Going back loses none of it. */
export interface Draft {
  readonly kind: string;
  readonly name: string;
  readonly street: string;
  readonly town: string;
  readonly country: string;
  readonly state: string;
  readonly zone: string;
  readonly hours: Readonly<Record<Day, string>>;
  readonly people: readonly Colleague[];
  /** One a line. */
  readonly rooms: string;
  readonly receivesVisitors: boolean;
}

/** An office of this kind as it mostly is. */
export const draftOf = (kind: Kind, before?: Draft): Draft => ({
  name: '',
  street: '',
  town: '',
  country: 'DE',
  state: '',
  people: [],
  rooms: '',
  receivesVisitors: true,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone || kind.zone,
  ...before,
  kind: kind.kind,
  hours: Object.fromEntries(days.map((day) => [day, hoursAsText(kind.hours[day])])) as Record<Day, string>, // one for each day
});

/** Days whose hours cannot be read. */
export const unreadable = ({ hours }: Draft): readonly Day[] =>
  days.filter((day) => hoursFromText(hours[day]) === undefined);

/** The draft as the server takes it. The owner's name is as they want to be shown. */
export function wishOf(draft: Draft, shownAs: string, language: 'de' | 'en'): Wish {
  const { name, country, state, zone } = draft;
  const hours = Object.fromEntries(days.map((day) => [day, hoursFromText(draft.hours[day]) ?? []]));
  return {
    kind: draft.kind as Wish['kind'], // one of those that the server named
    office: {
      name,
      zone,
      country: country.trim().toUpperCase(),
      ...(state.trim() && { state: state.trim().toUpperCase() }),
      language,
      hours: hours as Wish['office']['hours'],
    },
    address: [draft.street, draft.town].map((line) => line.trim()).filter(Boolean),
    owner: { name: asName(shownAs), receivesVisitors: draft.receivesVisitors },
    people: draft.people
      .filter(({ family }) => family.trim())
      .map(({ given, family, ...rest }) => ({
        ...rest,
        name: { ...(given.trim() && { given: given.trim() }), family: family.trim() },
        mail: null,
      })),
    rooms: draft.rooms
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => ({ name: line, kind: 'other' as const })),
  };
}

/** `Dr. Anna Beispiel` has a title, a given and a family name; one word is a family name. */
function asName(shownAs: string): Wish['owner']['name'] {
  const parts = shownAs.trim().split(/\s+/);
  const titles: string[] = [];
  while (parts.length > 1 && parts[0]?.endsWith('.')) titles.push(parts.shift() ?? '');
  const family = parts.pop() ?? '';
  const [title, given] = [titles.join(' '), parts.join(' ')];
  return { ...(title && { title }), ...(given && { given }), family };
}
