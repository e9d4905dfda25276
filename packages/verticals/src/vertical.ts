import type { DevicePolicy } from '@front-office/devices';
import type { IntegrationsPolicy } from '@front-office/integrations';
import type { InputOf, Language } from '@front-office/kernel';
import type { offices, sites } from '@front-office/organisation';
import type { barredPersons, VisitPolicy } from '@front-office/visits';
import type { KnownCapability } from './capabilities.ts';
import type { EveryRole, Role } from './roles.ts';
import type { SampleAbsence, SampleDepartment, SampleRoom, SampleStaffMember, SampleVisit } from './sample.ts';
import type { VerticalWords } from './words.ts';

/**
 * One kind of office, as data: words, roles, policy, and an office of this kind to try out. All that tells kinds apart is
 * in here, so a fifth kind is one more constant and no program asks which kind it runs in.
 *
 * The parameters hold the samples to the people, purposes, roles, departments and rooms that the same constant names.
 */
export interface Vertical<
  Staff extends string = string,
  Purpose extends string = string,
  RoleKey extends string = string,
  Department extends string = string,
  Room extends string = string,
> {
  /** As the command line takes it: `small-business`. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly words: Readonly<Record<Language, VerticalWords>>;
  /** By keys such as `records-clerk`. */
  readonly roles: Readonly<Record<EveryRole, Role>> & Readonly<Record<RoleKey, Role>>;
  /** What a paired kiosk may do. */
  readonly kiosk: { readonly capabilities: readonly KnownCapability[] };
  /** What an office of this kind has set, by the package that reads it. */
  readonly policy: {
    readonly visits: Omit<VisitPolicy, 'purposes'> & {
      readonly purposes: { readonly id: Purpose; readonly label: { readonly [L in Language]: string } }[];
    };
    readonly messages: MessagePolicy;
    readonly devices: DevicePolicy;
    readonly integrations: IntegrationsPolicy;
  };
  /** The office to try out: departments, rooms and people are all at its one site, and everybody is active. */
  readonly organisation: {
    /**
     * Who gives a person further rights: always somebody else, or, where there may be nobody else, also the person alone,
     * with a reason that stays in the log.
     */
    readonly ownRights: 'another_person' | 'with_reason';
    /** Pairs of capabilities that one person never uses on the same item, and that deputising never joins. */
    readonly pairs: readonly (readonly [KnownCapability, KnownCapability])[];
    readonly office: InputOf<typeof offices, 'create'>;
    readonly site: InputOf<typeof sites, 'create'>;
    readonly closingDays: readonly ClosingDays[];
    readonly departments: Readonly<Record<Department, SampleDepartment<NoInfer<Staff>>>>;
    readonly rooms: Readonly<Record<Room, SampleRoom<NoInfer<Department>>>>;
    readonly staff: Readonly<
      Record<Staff, SampleStaffMember<NoInfer<Staff>, NoInfer<RoleKey>, NoInfer<Department>, NoInfer<Room>>>
    >;
  };
  readonly sample: {
    /** Announced for the day, in order of time. */
    readonly expected: readonly SampleVisit<NoInfer<Staff>, NoInfer<Purpose>>[];
    /** Those who come without being announced. */
    readonly walkIns: readonly SampleVisit<NoInfer<Staff>, NoInfer<Purpose>>[];
    readonly absences: readonly SampleAbsence<NoInfer<Staff>>[];
    readonly barred: readonly InputOf<typeof barredPersons, 'create'>[];
  };
  readonly demo: {
    /** As whom one can sign in: somebody for every role that people of the house have, and a trainee. */
    readonly signIns: readonly NoInfer<Staff>[];
    /** Who has been at the front desk since the morning. */
    readonly receptionist: NoInfer<Staff>;
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

/** Days on which the office is closed every year, both included: months and days such as `12-24`, within one year. */
export interface ClosingDays {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Checks one kind of office where it is written; whoever uses it sees the same type for every kind. */
export const defineVertical = <
  const Staff extends string,
  const Purpose extends string,
  const RoleKey extends string,
  const Department extends string,
  const Room extends string,
>(
  vertical: Vertical<Staff, Purpose, RoleKey, Department, Room>,
): Vertical => vertical;
