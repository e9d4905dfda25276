import type { Language } from '@front-office/kernel';

/** How far somebody is in their training, least first. A level adds to the ones below it. */
export const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;
export type Level = (typeof levels)[number];

/** What capabilities are about: the headings of a screen that says what a role may do. */
export const capabilityGroups = {
  visits: { de: 'Besuche', en: 'Visits' },
  messages: { de: 'Nachrichten', en: 'Messages' },
  office: { de: 'Büro', en: 'Office' },
  staff: { de: 'Team', en: 'Staff' },
  devices: { de: 'Geräte', en: 'Devices' },
  integrations: { de: 'Fremde Programme', en: 'Programs of others' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
export type CapabilityGroup = keyof typeof capabilityGroups;

/** What there is to say of one capability. */
export interface CapabilityEntry {
  readonly group: CapabilityGroup;
  /** The level from which on a role may give it to a person. Devices and programs have no level. */
  readonly from: Level;
  /** Whether it changes nothing: a role that reads only has no others. */
  readonly reads: boolean;
  /**
   * Whom it is meant for. What people may do, a device or a program may be allowed too; what is for devices or for the
   * system, no role gives.
   */
  readonly for: 'people' | 'devices' | 'system';
  /** What somebody may do who has it, as a fragment that begins a line: `Receive visitors and see them out`. */
  readonly words: Readonly<Record<Language, string>>;
}

export type CapabilityEntries = Readonly<Record<string, CapabilityEntry>>;
