import type { Day } from '../set-up/hours.ts';

type OfficeField = 'name' | 'street' | 'town' | 'country' | 'state' | 'zone';

/** The texts of the first start. */
export interface SetUpWords {
  readonly title: string;
  readonly over: string;
  readonly overHelp: string;
  readonly steps: Readonly<Record<'kind' | 'office' | 'people' | 'owner', string>>;
  readonly of: (step: number, count: number) => string;
  readonly next: string;
  readonly back: string;
  readonly finish: string;
  readonly fields: Readonly<Record<OfficeField, string>>;
  readonly hints: Readonly<Partial<Record<OfficeField, string>>>;
  readonly missing: Readonly<Record<OfficeField, string>>;
  readonly hours: string;
  readonly hoursHint: string;
  readonly hoursWrong: string;
  readonly days: Readonly<Record<Day, string>>;
  readonly peopleHelp: string;
  readonly colleague: (number: number) => string;
  readonly given: string;
  readonly family: string;
  readonly role: string;
  readonly level: string;
  readonly receives: string;
  readonly add: string;
  readonly remove: (number: number) => string;
  readonly rooms: string;
  readonly roomsHint: string;
}
