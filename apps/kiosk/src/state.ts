import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';

/** The languages of the kiosk, in the order in which it offers them. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** What the office says in its own words. */
export type Welcome = OutputAt<OfficeRoutes, 'GET /welcome'>;
export type OfficeWords = Welcome['words'][Language];

/** How the desk wants this kiosk to behave. */
export type Settings = OutputAt<OfficeRoutes, 'GET /devices/me'>['settings'];

/** Somebody whom visitors may ask for. */
export type Host = OutputAt<OfficeRoutes, 'GET /hosts'>['hosts'][number];

/** As typed, so that Back shows it as it was. */
export interface Answers {
  readonly given: string;
  readonly family: string;
  readonly company: string;
  readonly search: string;
  readonly host: Host | null;
  readonly purpose: string | null;
}
export type TextField = 'given' | 'family' | 'company' | 'search';
export type Field = TextField | 'purpose' | 'code';

/** A page that asks, in the order in which they come. */
export const questions = ['name', 'host', 'purpose', 'privacy'] as const;
export type Question = (typeof questions)[number];

export type MistakeCode =
  | 'given_invalid'
  | 'family_missing'
  | 'family_invalid'
  | 'company_invalid'
  | 'host_missing'
  | 'code_incomplete'
  | 'code_wrong'
  | 'code_unanswered'
  | 'too_many_tries';

/** What is wrong with an answer: found here, or said by the API in the language that was spoken when it was asked. */
export type Mistake =
  | { readonly field: Field; readonly code: MistakeCode }
  | { readonly field: Field | null; readonly sentence: string; readonly language: Language };

/** The latest answer of the host search: for this text these hosts, or no answer at all. */
interface HostSearch {
  readonly search: string;
  readonly found: readonly Host[] | 'unanswered';
}

interface Anywhere {
  readonly language: Language;
  /** What lies over the page. */
  readonly over: 'nothing' | 'help' | 'warning';
}

/** A kiosk that is in use: where, and how it is to behave. */
interface InUse extends Anywhere {
  readonly welcome: Welcome;
  /** In force since the start page was last shown. */
  readonly settings: Settings;
  /** What the desk said last. It waits for the start page: nothing changes under a visitor's hands. */
  readonly nextSettings: Settings;
}

interface Asking extends InUse {
  readonly answers: Answers;
  readonly hosts: HostSearch;
  /** The API's `Idempotency-Key`: one for the whole visit, so that it is checked in once, however often it is sent. */
  readonly request: string;
}

/** The page is the route. Only a page that asks holds answers; before and after there is nothing to leak. */
export type State =
  | (Anywhere & { readonly page: 'opening'; readonly attempt: number })
  | PairingState
  | StartState
  | QuestionState
  | SendingState
  | (InUse & { readonly page: 'done' })
  | (Anywhere & { readonly page: 'leaving' });
export type StartState = InUse & { readonly page: 'start' };
export type QuestionState = Asking & { readonly page: Question; readonly mistakes: readonly Mistake[] };
export type SendingState = Asking & { readonly page: 'sending' | 'unsent'; readonly attempt: number };

/** The device is not one of the house, or not any more: whoever works here may type the code that the desk shows. */
export interface PairingState extends Anywhere {
  readonly page: 'pairing';
  /** It is one of the house, but only to show things. */
  readonly isDisplay: boolean;
  /** Whether anybody may be the kiosk here; null until the server has said. */
  readonly isDemo: boolean | null;
  /** As typed. */
  readonly code: string;
  readonly wants: 'nothing' | 'code' | 'demo';
  /** Tells two tries with the same code apart. */
  readonly attempt: number;
  readonly mistakes: readonly Mistake[];
}

export const opening = (language: Language): State => ({ page: 'opening', language, over: 'nothing', attempt: 1 });
