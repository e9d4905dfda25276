/** The texts of the page on who is away, and of the page on who looked at a visit. */
export interface AbsencesWords {
  readonly link: string;
  readonly title: string;
  readonly intro: string;
  readonly earlier: string;
  readonly later: string;
  readonly nobody: string;
  readonly past: (count: number) => string;
  readonly today: string;
  readonly allDay: string;
  readonly from: (time: string) => string;
  readonly until: (time: string) => string;
  readonly between: (from: string, until: string) => string;
  readonly deputy: (name: string) => string;
  readonly noDeputy: string;
  readonly more: string;
  readonly unknown: string;
  readonly enter: string;
  readonly change: string;
  readonly changeOf: (name: string) => string;
  readonly withdraw: string;
  readonly withdrawOf: (name: string) => string;
  readonly withdrawHelp: string;
  readonly save: string;
  readonly choose: string;
  readonly fields: Readonly<Record<AbsenceField, string>>;
  readonly timesHint: string;
  readonly deputyHint: string;
  readonly noDeputies: string;
  readonly nobodyElse: string;
  readonly errors: Readonly<Record<'person' | 'fromDate' | 'untilDate' | 'order', string>>;
  readonly done: {
    readonly entered: (name: string, when: string) => string;
    readonly changed: (name: string, when: string) => string;
    readonly withdrawn: (name: string) => string;
  };
  /** One line on the page of a person who is away now. */
  readonly awayNow: (when: string, deputy: string | undefined) => string;
}

export type AbsenceField = 'person' | 'fromDate' | 'fromTime' | 'untilDate' | 'untilTime' | 'deputy';

/** Who looked at a visit. */
export interface WhoSawWords {
  readonly title: string;
  readonly show: string;
  readonly help: string;
  readonly nobody: string;
  readonly more: string;
}
