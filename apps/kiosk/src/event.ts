import type { Host, Language, Settings, TextField, Welcome } from './state.ts';

/** All that can happen to a kiosk: a visitor's touch, an answer, time. */
export type Event =
  /** Without settings where the desk could not be asked for them. */
  | { readonly type: 'welcomed'; readonly welcome: Welcome; readonly settings: Settings | null }
  | { readonly type: 'notWelcomed' }
  /** The server does not know this device, or no more; or it is a display, on which nobody can type. */
  | { readonly type: 'notInUse'; readonly isDisplay: boolean }
  /** What the desk wants of this device now. */
  | { readonly type: 'configured'; readonly settings: Settings }
  | { readonly type: 'demoFound'; readonly isDemo: boolean }
  | { readonly type: 'typeCode'; readonly text: string }
  | { readonly type: 'tryDemo' }
  | { readonly type: 'paired' }
  /** The request id is new for each visit. */
  | { readonly type: 'begin'; readonly request: string }
  | { readonly type: 'type'; readonly field: TextField; readonly text: string }
  | { readonly type: 'hostsFound'; readonly search: string; readonly found: readonly Host[] | 'unanswered' }
  | { readonly type: 'searchAgain' }
  | { readonly type: 'chooseHost'; readonly host: Host }
  | { readonly type: 'choosePurpose'; readonly purpose: string | null }
  | { readonly type: 'continue' }
  | { readonly type: 'back' }
  | { readonly type: 'accepted' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** No answer: whether it was done is not known, and the same request may be sent again. */
  | { readonly type: 'unanswered' }
  | { readonly type: 'sendAgain' }
  | { readonly type: 'finish' }
  | { readonly type: 'speak'; readonly language: Language }
  | { readonly type: 'askForHelp' }
  | { readonly type: 'closeHelp' }
  | { readonly type: 'idle' }
  | { readonly type: 'stillHere' }
  | { readonly type: 'nobodyHere' };

/** The API's no. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  readonly language: Language;
  /** Fields of the request that do not fit, as paths: `visitor.family`. */
  readonly fields: readonly string[];
}
