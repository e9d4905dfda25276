import type { AnnounceField } from '../announce-form.ts';
import type { Group } from '../arrangement.ts';
import type { FieldName } from '../commands.ts';
import type { AbsencesWords, WhoSawWords } from './absences.ts';
import type { AccountWords } from './account.ts';
import type { DevicesPageWords } from './devices-page.ts';
import type { PeopleWords } from './people.ts';
import type { ProgramsWords } from './programs.ts';
import type { SetUpWords } from './set-up.ts';
import type { SignInWords } from './sign-in.ts';
import type { StuckWords } from './stuck.ts';

/** Every text of the desk that is not a package's own. A language is a file; a missing text does not compile. */
export interface DeskWords {
  /** The language by its own name, for the switch. */
  readonly name: string;
  readonly chrome: {
    readonly product: string;
    /** Whose desk it is, until people sign in. */
    readonly whose: string;
    readonly skip: string;
    readonly navigation: string;
    readonly language: string;
    readonly loading: string;
    readonly notFound: string;
    readonly notFoundHelp: string;
    readonly crashed: string;
    readonly crashedHelp: string;
    readonly reload: string;
  };
  readonly today: {
    readonly title: string;
    readonly link: string;
    readonly groups: Readonly<Record<Group, string>>;
    readonly nobodyIn: Readonly<Record<Group, string>>;
    readonly nobody: string;
    readonly columns: Readonly<Record<'time' | 'visitor' | 'company' | 'host' | 'state' | 'marks', string>>;
    readonly marks: Readonly<Record<'barred' | 'hostSilent' | 'reminded' | 'announced' | 'forgotten', string>>;
    readonly waitingFor: (minutes: number) => string;
    readonly waitingCount: (count: number) => string;
    readonly pause: string;
    readonly resume: string;
    readonly paused: string;
    readonly held: (changes: number) => string;
  };
  readonly connection: {
    readonly live: string;
    readonly away: string;
    readonly trouble: string;
    /** How old the data is, after the time of day it is from. */
    readonly asOf: (time: string, age: string) => string;
    readonly noData: string;
    readonly seconds: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
  };
  readonly visit: {
    readonly back: string;
    readonly facts: Readonly<Record<VisitFactLabel, string>>;
    readonly announcedYes: string;
    readonly announcedNo: string;
    readonly actions: string;
    readonly noActions: string;
    readonly done: (command: string, state: string) => string;
    /** The host did not answer the reminder either, and the desk was told. */
    readonly hostSilent: string;
    readonly hostSilentHelp: string;
    readonly hostReminded: string;
    readonly known: string;
    readonly log: string;
    readonly details: string;
    readonly by: Readonly<Record<'staff' | 'device' | 'service' | 'system', string>>;
    readonly missing: string;
    readonly missingHelp: string;
  };
  readonly signIn: SignInWords;
  readonly account: AccountWords;
  readonly stuck: StuckWords;
  readonly people: PeopleWords;
  readonly absences: AbsencesWords;
  readonly whoSaw: WhoSawWords;
  readonly devicesPage: DevicesPageWords;
  readonly programs: ProgramsWords;
  readonly setUp: SetUpWords;
  readonly command: {
    readonly fields: Readonly<Record<FieldName, string>>;
    readonly optional: string;
    readonly hints: Readonly<Partial<Record<FieldName, string>>>;
    readonly required: Readonly<Record<FieldName, string>>;
    readonly keptFromNobody: string;
    readonly cancel: string;
    readonly sending: string;
  };
  readonly problem: {
    readonly title: string;
    readonly checkEntries: string;
    readonly titlePrefix: string;
    readonly again: string;
  };
  readonly announce: {
    readonly title: string;
    readonly link: string;
    readonly intro: string;
    readonly fields: Readonly<Record<AnnounceField, string>>;
    readonly hints: Readonly<Partial<Record<AnnounceField, string>>>;
    readonly errors: Readonly<Record<AnnounceField, string>>;
    readonly check: (field: string) => string;
    readonly submit: string;
    readonly done: string;
    readonly hosts: string;
    readonly found: (count: number) => string;
    readonly searchAway: string;
  };
}

/** What the visit page names of a visit, and what the details of its log name. */
export type VisitFactLabel =
  | 'state'
  | 'visitor'
  | 'company'
  | 'host'
  | 'purpose'
  | 'note'
  | 'announced'
  | 'expectedAt'
  | 'arrivedAt'
  | 'receivedAt'
  | 'endedAt'
  | 'badge'
  | 'reason'
  | 'by';
