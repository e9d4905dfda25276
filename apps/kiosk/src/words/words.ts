import type { MistakeCode } from '../state.ts';

/** The kiosk's own texts; the office's come with its welcome. A language is a file; a missing text does not compile. */
export interface Words {
  /** The language in its own name. */
  readonly name: string;
  readonly languageChoice: string;
  readonly opening: string;
  readonly stillOpening: string;
  /** Read by visitors who find the device revoked, and by whoever sets up a new one. */
  readonly pairing: string;
  readonly pleaseSeeReception: string;
  readonly isDisplay: string;
  readonly pairingCode: string;
  readonly pairingHint: string;
  readonly pair: string;
  readonly isDemo: string;
  readonly tryDemo: string;
  readonly checkIn: string;
  readonly startHint: string;
  readonly goOn: string;
  readonly back: string;
  readonly send: string;
  readonly stepOf: (step: number, steps: number) => string;
  readonly optional: string;
  readonly nameQuestion: string;
  readonly given: string;
  readonly family: string;
  readonly company: string;
  readonly searchHint: string;
  readonly searching: string;
  readonly hostsFound: (count: number) => string;
  readonly nobodyFound: string;
  readonly searchUnanswered: string;
  readonly searchAgain: string;
  readonly purposeQuestion: string;
  readonly noneOfThese: string;
  readonly privacy: string;
  readonly sending: string;
  readonly unsent: string;
  readonly unsentExplained: string;
  readonly sendAgain: string;
  readonly done: string;
  readonly whatHappensNext: string;
  readonly finish: string;
  readonly needHelp: string;
  /** Until the office has said its own. */
  readonly pleaseSeeStaff: string;
  readonly close: string;
  readonly stillHere: string;
  readonly stillHereExplained: string;
  readonly secondsLeft: (seconds: number) => string;
  readonly yesStillHere: string;
  readonly error: string;
  readonly pleaseCheck: string;
  readonly mistakes: Readonly<Record<MistakeCode, string>>;
}
