import type { Language } from '@front-office/kernel';
import { everything, lookingIn } from './bundles.ts';
import { capabilityCatalogue, type PeopleCapability } from './capabilities.ts';
import type { Level } from './catalogue/entry.ts';

type Texts = Readonly<Record<Language, string>>;

/** What people of one occupation may do here, as an office is given it at first; it may change its own afterwards. */
export interface Role {
  readonly title: Texts;
  /** What each level adds to those below it. */
  readonly grants: Readonly<Record<Level, readonly PeopleCapability[]>>;
  /** For what a visit may be kept back and still be read: ids of the policy of visits. */
  readonly labels: readonly string[];
  /** It gives nothing that changes anything, and an office cannot make it do so. */
  readonly readsOnly: boolean;
  /** Nobody has it without an end. */
  readonly mustEnd: boolean;
  /** What its grants come to at the highest level. */
  readonly capabilities: readonly PeopleCapability[];
}

/** The roles that every kind of office has; each adds those of its own field. */
export type EveryRole = 'receptionist' | 'lead' | 'owner' | 'auditor';

interface RoleText {
  readonly title: Texts;
  readonly labels?: readonly string[];
}

/** A role that gives each of `capabilities` from the level on that the catalogue says. */
export const roleOf = ({ title, labels = [] }: RoleText, capabilities: readonly PeopleCapability[]): Role => ({
  title,
  labels,
  readsOnly: false,
  mustEnd: false,
  capabilities,
  grants: grantsBy((level) => capabilities.filter((name) => capabilityCatalogue[name].from === level)),
});

/**
 * The role that holds everything, whatever the level: in a small firm one person does it all, and nobody else is there to
 * be asked. Alone it lets a colleague in again who has lost their way to sign in.
 */
export const ownerOf = ({ title, labels = [] }: RoleText): Role => ({
  title,
  labels,
  readsOnly: false,
  mustEnd: false,
  capabilities: everything,
  grants: atOnce(everything),
});

/** Somebody from outside. The house's levels do not measure them, and they read no confidential visit unless let in on it. */
export const auditor: Role = {
  title: { de: 'Prüfer:in', en: 'Auditor' },
  labels: [],
  readsOnly: true,
  mustEnd: true,
  capabilities: lookingIn,
  grants: atOnce(lookingIn),
};

function atOnce(capabilities: readonly PeopleCapability[]): Role['grants'] {
  return grantsBy((level) => (level === 'trainee' ? capabilities : []));
}

function grantsBy(granted: (level: Level) => readonly PeopleCapability[]): Role['grants'] {
  return {
    trainee: granted('trainee'),
    qualified: granted('qualified'),
    senior: granted('senior'),
    lead: granted('lead'),
  };
}
