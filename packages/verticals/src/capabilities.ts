import type { CapabilityEntry } from './catalogue/entry.ts';
import { officeCapabilities } from './catalogue/office.ts';
import { staffCapabilities } from './catalogue/staff.ts';
import { technologyCapabilities } from './catalogue/technology.ts';
import { visitCapabilities } from './catalogue/visits.ts';

const catalogue = {
  ...visitCapabilities,
  ...officeCapabilities,
  ...staffCapabilities,
  ...technologyCapabilities,
} as const;

/** The name of a capability that some command or route asks for today; the same in every kind of office. */
export type KnownCapability = keyof typeof catalogue;

/** One that a role may give. */
export type PeopleCapability = {
  [Name in KnownCapability]: (typeof catalogue)[Name]['for'] extends 'people' ? Name : never;
}[KnownCapability];

/** Every capability that some command or route asks for today, with what there is to say of it. */
export const capabilityCatalogue: Readonly<Record<KnownCapability, CapabilityEntry>> = catalogue;

/** Those of the catalogue that a role may give. What is for devices and for the system stays with them. */
export const peopleCapabilities: Readonly<Record<PeopleCapability, CapabilityEntry>> =
  // Its keys are known by their types; `fromEntries` only forgets them.
  Object.fromEntries(Object.entries(catalogue).filter(([, entry]) => entry.for === 'people')) as Record<
    PeopleCapability,
    CapabilityEntry
  >;
