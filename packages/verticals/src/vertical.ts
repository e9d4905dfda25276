import type { InputOf, Language } from '@front-office/kernel';
import type { offices, sites, staffMembers } from '@front-office/organisation';
import type { barredPersons, VisitPolicy } from '@front-office/visits';
import type { KnownCapability } from './capabilities.ts';

type Texts = Readonly<Record<Language, string>>;

/**
 * One kind of office, as data: words, roles, policy, and an office of this kind to try out. All that tells kinds apart is
 * in here, so a fifth kind is one more constant and no program asks which kind it runs in.
 *
 * `Staff` and `Purpose` hold the sample visits to the people and purposes that the same constant names.
 */
export interface Vertical<Staff extends string = string, Purpose extends string = string> {
  /** As the command line takes it: `small-business`. */
  readonly name: string;
  readonly title: Texts;
  readonly words: Readonly<Record<Language, VerticalWords>>;
  readonly roles: { readonly receptionist: Role; readonly lead: Role };
  /** What a paired kiosk may do. */
  readonly kiosk: { readonly capabilities: readonly KnownCapability[] };
  readonly policy: {
    readonly visits: Omit<VisitPolicy, 'purposes'> & {
      readonly purposes: { readonly id: Purpose; readonly label: { readonly [L in Language]: string } }[];
    };
    readonly messages: MessagePolicy;
  };
  readonly organisation: {
    readonly office: InputOf<typeof offices, 'create'>;
    readonly site: InputOf<typeof sites, 'create'>;
    readonly closingDays: readonly ClosingDays[];
    /** By a short name that the sample visits use; all work at the one site and are active. */
    readonly staff: Readonly<Record<Staff, SampleStaffMember>>;
  };
  readonly sample: {
    /** Announced for the day, in order of time. */
    readonly expected: readonly SampleVisit<NoInfer<Staff>, NoInfer<Purpose>>[];
    /** Those who come without being announced. */
    readonly walkIns: readonly SampleVisit<NoInfer<Staff>, NoInfer<Purpose>>[];
    readonly barred: readonly InputOf<typeof barredPersons, 'create'>[];
  };
}

/** What this kind of office has set about its messages, as the messages package reads it. */
export interface MessagePolicy {
  /** From one time of day until another, over midnight when `until` is the earlier one: only what is urgent is sent. */
  readonly quiet: { readonly from: string; readonly until: string } | null;
  /** Days that a message is kept after its end. */
  readonly keepDays: number;
  /** Whether a mail may name the visitor. Mail is read along: not where even the visit is a secret. */
  readonly namesVisitors: boolean;
}

/** What this kind of office calls things, as kiosk and desk show it. */
export interface VerticalWords {
  readonly office: string;
  readonly visitor: string;
  readonly visit: string;
  readonly host: string;
  /** Where people turn to for help. */
  readonly reception: string;
  readonly kiosk: {
    readonly greeting: string;
    /** Above the host search. */
    readonly whomToSee: string;
    /** Above the purposes; left out where the policy has none, since the kiosk does not ask then. */
    readonly purpose?: string;
    /** Shown before anything is sent: what is kept, what for, who sees it, and the way without the kiosk. */
    readonly privacyNotice: string;
    readonly checkedIn: string;
    /** Said whenever the kiosk cannot go on. It never tells why: the next in line reads along. */
    readonly pleaseSeeStaff: string;
  };
}

/** A named set of capabilities. */
export interface Role {
  readonly title: Texts;
  readonly capabilities: readonly KnownCapability[];
}

/** Days on which the office is closed every year, both included: months and days such as `12-24`, within one year. */
export interface ClosingDays {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type SampleStaffMember = Pick<
  InputOf<typeof staffMembers, 'create'>,
  'name' | 'receivesVisitors' | 'mail' | 'language'
>;

/** A visit of the day that the demo shows. */
export interface SampleVisit<Staff extends string = string, Purpose extends string = string> {
  /** Time of day at the office: `09:15`. */
  readonly at: string;
  readonly visitor: SampleStaffMember['name'];
  readonly company?: string;
  readonly host: Staff;
  readonly purpose?: Purpose;
}

/** Checks one kind of office where it is written; whoever uses it sees the same type for every kind. */
export const defineVertical = <const Staff extends string, const Purpose extends string>(
  vertical: Vertical<Staff, Purpose>,
): Vertical => vertical;
