/** The texts of the pages on devices that are not the package's own. */
export interface DevicesPageWords {
  readonly link: string;
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  readonly back: string;
  readonly kind: string;
  readonly name: string;
  readonly nameHint: string;
  readonly nameMissing: string;
  readonly pairing: string;
  readonly pairingHelp: string;
  readonly showCode: string;
  readonly anotherCode: string;
  readonly until: (time: string) => string;
  readonly revokeHint: string;
  readonly done: Readonly<Record<'rename' | 'configure' | 'revoke', string>>;
  readonly yes: string;
  readonly no: string;
}
