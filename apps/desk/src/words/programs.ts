/** The texts of the pages on programs that are not the package's own. */
export interface ProgramsWords {
  readonly link: string;
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  readonly back: string;
  readonly add: string;
  readonly fields: Readonly<Record<'name' | 'purpose' | 'scopes' | 'until', string>>;
  readonly hints: Readonly<Record<'name' | 'purpose' | 'scopes' | 'until', string>>;
  readonly missing: Readonly<Record<'name' | 'purpose' | 'scopes' | 'until', string>>;
  readonly goodUntil: (day: string) => string;
  readonly saved: string;
  readonly closed: string;
  readonly closeHelp: string;
  readonly keys: {
    readonly title: string;
    readonly help: string;
    readonly none: string;
    readonly make: string;
    readonly replace: string;
    readonly made: string;
    readonly line: (made: string, until: string) => string;
    readonly ended: string;
    readonly used: (time: string) => string;
    readonly unused: string;
  };
  readonly webhook: {
    readonly title: string;
    readonly help: string;
    readonly none: string;
    readonly url: string;
    readonly urlHint: string;
    readonly urlMissing: string;
    readonly events: string;
    readonly eventsMissing: string;
    readonly reads: string;
    readonly readsHint: string;
    readonly readsMissing: string;
    readonly secret: string;
    readonly overlap: (time: string) => string;
    readonly removeHelp: string;
    readonly done: Readonly<Record<'change' | 'pause' | 'resume' | 'remove', string>>;
  };
  readonly deliveries: {
    readonly title: string;
    readonly none: string;
    readonly attempts: (count: number) => string;
    readonly again: string;
    readonly sentAgain: string;
  };
}
