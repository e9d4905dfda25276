/** The texts of the page on what was left undone. */
export interface StuckWords {
  readonly title: string;
  readonly link: string;
  readonly intro: string;
  readonly nothing: string;
  readonly nothingHelp: string;
  readonly jobs: string;
  readonly messages: string;
  /** What could not be done, by the name of the effect or reaction; of another one the name is shown. */
  readonly whats: Readonly<Record<string, string>>;
  /** Why, and what to do now, by code; of another one the code is shown. */
  readonly errors: Readonly<Record<string, string>>;
  readonly errorCode: (code: string) => string;
  readonly failedAt: (time: string) => string;
  readonly tried: (times: number) => string;
  readonly toVisit: string;
  readonly tryAgain: string;
  /** Said once it is asked for. */
  readonly said: Readonly<Record<'job' | 'message', string>>;
  readonly more: string;
}
