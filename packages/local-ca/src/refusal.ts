/**
 * - `authority_expired` its ten years are over
 * - `clock_behind` this machine's clock says a day before the authority was made
 * - `authority_damaged` the file is not a key with its certificate, or not one that this package made
 * - `folder_unusable` the folder or a file in it cannot be read or written; the cause says why
 * - `name_not_permitted` a certificate was asked for a name or address that is not of this house
 */
export type AuthorityRefusalCode =
  | 'authority_expired'
  | 'clock_behind'
  | 'authority_damaged'
  | 'folder_unusable'
  | 'name_not_permitted';

/** A text in both languages that a person at the server reads. */
export interface Sentences {
  readonly de: string;
  readonly en: string;
}

type Figures = { readonly file: string; readonly about: string };

/** There is no HTTPS by this authority. Nothing was overwritten; `sentences` tell a person what to do. */
export class AuthorityRefused extends Error {
  override readonly name = 'AuthorityRefused';
  readonly code: AuthorityRefusalCode;
  readonly sentences: Sentences;

  /** `file` is what it is about, `about` the moment, reason or name that the sentence tells. */
  constructor(code: AuthorityRefusalCode, figures: Figures, cause?: unknown) {
    const sentences = words[code](figures);
    super(sentences.en, { cause });
    this.code = code;
    this.sentences = sentences;
  }
}

const words: Readonly<Record<AuthorityRefusalCode, (figures: Figures) => Sentences>> = {
  authority_expired: ({ file, about }) => ({
    de: `Die Zertifizierungsstelle dieses Hauses ist am ${about} abgelaufen (${file}). Es wurde nichts überschrieben. Bitte legen Sie die Datei beiseite und starten Sie noch einmal: Es entsteht eine neue, der Sie auf jedem Gerät einmal vertrauen.`,
    en: `The certificate authority of this house ended on ${about} (${file}). Nothing was overwritten. Please put the file aside and start again: a new one is made, which each device is told to trust once.`,
  }),
  clock_behind: ({ file, about }) => ({
    de: `Die Uhr dieses Rechners geht nach: Die Zertifizierungsstelle dieses Hauses gilt erst ab ${about} (${file}). Es wurde nichts überschrieben. Bitte stellen Sie die Uhr und starten Sie noch einmal.`,
    en: `The clock of this machine is behind: the certificate authority of this house is good from ${about} on (${file}). Nothing was overwritten. Please set the clock and start again.`,
  }),
  authority_damaged: ({ file, about }) => ({
    de: `Die Zertifizierungsstelle dieses Hauses ist beschädigt (${file}: ${about}). Es wurde nichts überschrieben. Bitte holen Sie die Datei aus Ihrer Sicherung, oder legen Sie sie beiseite und starten Sie noch einmal: Es entsteht eine neue, der Sie auf jedem Gerät einmal vertrauen.`,
    en: `The certificate authority of this house is damaged (${file}: ${about}). Nothing was overwritten. Please bring the file back from your backup, or put it aside and start again: a new one is made, which each device is told to trust once.`,
  }),
  folder_unusable: ({ file, about }) => ({
    de: `Die Zertifizierungsstelle dieses Hauses kann nicht gelesen oder geschrieben werden (${file}: ${about}). Es wurde nichts überschrieben. Bitte geben Sie diesem Benutzerkonto Ordner und Dateien zu eigen und starten Sie noch einmal.`,
    en: `The certificate authority of this house cannot be read or written (${file}: ${about}). Nothing was overwritten. Please make this account the owner of the folder and its files, and start again.`,
  }),
  name_not_permitted: ({ file, about }) => ({
    de: `Für ${about} darf die Zertifizierungsstelle dieses Hauses nicht bürgen: Sie gilt nur für Namen und private Adressen dieses Hauses (${file}). Es wurde nichts geändert. Bitte nehmen Sie einen Namen, der auf .local endet, oder eine private Adresse.`,
    en: `The certificate authority of this house may not vouch for ${about}: it is good only for names and private addresses of this house (${file}). Nothing was changed. Please use a name that ends in .local, or a private address.`,
  }),
};
