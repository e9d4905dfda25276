/** The texts of the pages on the team, its roles and rights. */
export interface PeopleWords {
  readonly link: string;
  readonly title: string;
  readonly intro: string;
  readonly here: string;
  readonly add: string;
  readonly mail: string;
  readonly familyMissing: string;
  readonly left: string;
  readonly owner: string;
  readonly noRole: string;
  readonly unknown: string;
  readonly unknownHelp: string;
  readonly back: string;
  readonly hasLeft: string;
  readonly given: string;
  readonly may: string;
  readonly level: string;
  readonly until: string;
  readonly reason: string;
  readonly save: string;
  readonly saved: string;
  readonly noRights: string;
  /** What capabilities are about; of another group the name is shown. */
  readonly groups: Readonly<Record<'visits' | 'messages' | 'office' | 'staff' | 'devices' | 'integrations', string>>;
  readonly because: {
    readonly owner: string;
    readonly role: (title: string, level: string) => string;
    readonly deputy: (name: string) => string;
  };
  readonly roleFrom: (title: string, level: string) => string;
  readonly whoMay: (roles: string) => string;
  readonly askNow: (people: string) => string;
  readonly mine: {
    readonly link: string;
    readonly title: string;
    readonly intro: string;
    readonly labels: (count: number) => string;
    readonly others: string;
  };
  readonly roles: {
    readonly link: string;
    readonly title: string;
    readonly intro: string;
    readonly change: string;
    readonly saved: string;
    readonly readsOnly: string;
    readonly mustEnd: string;
    readonly from: (level: string) => string;
    readonly never: string;
  };
  readonly signIn: {
    readonly title: string;
    readonly as: (name: string) => string;
    readonly demo: string;
    readonly mail: string;
    readonly mailHint: string;
    readonly invite: string;
    readonly recover: string;
    readonly signOut: string;
    readonly signedOut: (sessions: number) => string;
    readonly handInvitation: string;
    readonly handRecovery: string;
    readonly copy: string;
    readonly copied: string;
  };
  readonly leave: {
    readonly title: string;
    readonly help: string;
    readonly begin: string;
    readonly sure: (name: string) => string;
    readonly successor: string;
    readonly successorHint: string;
    readonly nobody: string;
    readonly done: string;
  };
}
