/** The texts of the page on one's own sign-in. */
export interface AccountWords {
  readonly title: string;
  readonly lead: (shownAs: string) => string;
  readonly close: string;
  readonly password: {
    readonly title: string;
    readonly help: string;
    readonly change: string;
    readonly current: string;
    readonly done: string;
  };
  readonly pin: {
    readonly title: string;
    readonly help: string;
    readonly set: string;
    readonly change: string;
    readonly entry: string;
    readonly hint: string;
    readonly again: string;
    readonly differ: string;
    readonly done: string;
  };
  readonly passkeys: {
    readonly title: string;
    readonly help: string;
    readonly none: string;
    readonly cannot: string;
    readonly add: string;
    readonly label: string;
    readonly labelHint: string;
    readonly labelMissing: string;
    readonly notMade: string;
    readonly since: (day: string) => string;
    readonly lastUsed: (day: string) => string;
    readonly neverUsed: string;
    readonly remove: string;
    readonly removeNamed: (label: string) => string;
    readonly removeHelp: (label: string) => string;
    readonly added: string;
    readonly removed: string;
  };
  readonly codes: {
    readonly title: string;
    readonly help: string;
    readonly isOn: string;
    readonly turnOn: string;
    readonly scan: string;
    readonly picture: string;
    readonly orType: string;
    readonly confirm: string;
    readonly turnOff: string;
    readonly turnOffHelp: string;
    readonly on: string;
    readonly off: string;
  };
  readonly recovery: {
    readonly title: string;
    readonly make: string;
    readonly makeHelp: string;
    readonly help: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly print: string;
    readonly kept: string;
  };
  readonly sessions: {
    readonly title: string;
    readonly help: string;
    readonly present: string;
    readonly locked: string;
    readonly unknown: string;
    readonly times: (since: string, lastSeen: string) => string;
    readonly end: string;
    readonly endNamed: (browser: string) => string;
    readonly endOthers: string;
    readonly ended: (count: number) => string;
    /** A browser on a system: `Firefox on Windows`. */
    readonly browserOn: (browser: string, system: string) => string;
  };
  readonly proof: {
    readonly title: string;
    readonly help: string;
  };
}
