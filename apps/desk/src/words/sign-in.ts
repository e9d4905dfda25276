/** The texts of the screens before the desk: signing in, changing places, links. */
export interface SignInWords {
  readonly title: string;
  readonly fields: Readonly<
    Record<'name' | 'password' | 'newPassword' | 'shownAs' | 'code' | 'recoveryCode' | 'pin', string>
  >;
  readonly hints: Readonly<Record<'newPassword' | 'shownAs' | 'invitedName' | 'code' | 'recoveryCode' | 'pin', string>>;
  readonly missing: Readonly<Record<'name' | 'password' | 'shownAs' | 'code' | 'recoveryCode' | 'pin', string>>;
  /** On the button beside a password, and read out with it. */
  readonly show: { readonly short: string; readonly full: string };
  readonly hide: { readonly short: string; readonly full: string };
  readonly submit: string;
  readonly busy: string;
  readonly or: string;
  readonly passkey: string;
  readonly passkeyNotUsed: string;
  readonly demo: string;
  readonly demoHelp: string;
  readonly demoPerson: (shownAs: string) => string;
  readonly second: {
    readonly title: string;
    readonly hello: (shownAs: string) => string;
    readonly submit: string;
    readonly useRecoveryCode: string;
    readonly useApp: string;
    readonly cancel: string;
  };
  readonly office: {
    readonly title: string;
    readonly help: string;
    readonly none: string;
    readonly back: string;
  };
  readonly places: {
    readonly title: string;
    readonly help: string;
    readonly here: string;
    readonly locked: string;
    readonly open: string;
    readonly noPin: string;
    readonly needsPassword: (shownAs: string) => string;
    readonly other: string;
    readonly stay: (shownAs: string) => string;
    readonly back: string;
  };
  readonly pin: {
    readonly title: (shownAs: string) => string;
    readonly submit: string;
    readonly digits: string;
    readonly delete: string;
    readonly another: string;
    readonly byPassword: string;
  };
  readonly bar: {
    readonly label: string;
    readonly menu: (shownAs: string) => string;
    readonly lock: string;
    readonly change: string;
    readonly office: string;
    readonly account: string;
    readonly signOut: string;
  };
  readonly links: {
    readonly invitation: string;
    readonly invitationHelp: (name: string) => string;
    readonly invitationHere: (name: string) => string;
    readonly accept: string;
    readonly recovery: string;
    readonly recoveryHelp: string;
    readonly setPassword: string;
    readonly setUp: string;
    readonly setUpHelp: string;
    readonly create: string;
    readonly language: string;
    readonly noSecret: string;
    readonly noSecretHelp: string;
    readonly toSignIn: string;
  };
}
