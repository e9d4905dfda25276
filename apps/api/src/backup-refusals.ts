/** What a refusal is about; which fields there are depends on its code. */
interface Figures {
  /** A folder or file. */
  readonly folder?: string;
  /** `DATABASE_URL`, `--to`, `--from`, or the data folder. */
  readonly place?: string;
  readonly reason?: string;
  /** Backups that there are, newest first. */
  readonly names?: readonly string[];
}

/**
 * - `no_office` the data folder has no database
 * - `folder_taken` the data folder has one already
 * - `unreachable` a database does not answer
 * - `connection_lost` it stopped answering
 * - `disk_full` there is no space for what is to be written
 * - `forbidden` the database user lacks a right
 * - `no_backup_named` which backup is to be restored was not said, or there is no such one
 * - `no_target` where to restore or move to was not said, or twice
 */
export type MaintenanceRefusalCode = keyof typeof words;

/** Why a backup, restore or move was not made; nothing was changed. */
export class MaintenanceRefused extends Error {
  override readonly name = 'MaintenanceRefused';
  readonly code: MaintenanceRefusalCode;
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(code: MaintenanceRefusalCode, figures: Figures = {}, cause?: unknown) {
    const sentences = words[code](figures);
    super(sentences.en, { cause });
    this.code = code;
    this.sentences = sentences;
  }
}

/** What went wrong in words of ours, where it is no mistake of the program; any other error as it is. */
export function inPlainWords(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || 'sentences' in error || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isLost = /^(08|57P|ECONN|EPIPE)/.test(code) || /^Connection terminated/.test(error.message);
  if (code === '53100' || code === 'ENOSPC')
    return new MaintenanceRefused('disk_full', { reason: error.message }, error);
  if (code === '42501') return new MaintenanceRefused('forbidden', { reason: error.message }, error);
  return isLost ? new MaintenanceRefused('connection_lost', { reason: error.message }, error) : error;
}

type Words = (figures: Figures) => { readonly de: string; readonly en: string };

const listed = (names: readonly string[] = []) => names.map((name) => `\n  ${name}`).join('');

const words = {
  no_office: ({ folder }) => ({
    de: `In ${folder} ist kein Büro: Die Datenbank fehlt. Es wurde nichts geändert. Bitte nennen Sie den Ordner (DATA_DIR oder --office), oder setzen Sie DATABASE_URL, wenn das Büro in einer eigenen Datenbank liegt.`,
    en: `There is no office in ${folder}: it has no database. Nothing was changed. Please name the folder (DATA_DIR or --office), or set DATABASE_URL if the office lies in a database of your own.`,
  }),
  folder_taken: ({ folder }) => ({
    de: `In ${folder} liegt schon ein Büro; es wird nicht überschrieben. Es wurde nichts geändert. Bitte nennen Sie einen neuen Ordner (DATA_DIR).`,
    en: `There is an office in ${folder} already, and it is not overwritten. Nothing was changed. Please name a new folder (DATA_DIR).`,
  }),
  unreachable: ({ place, reason }) => ({
    de: `Die Datenbank aus ${place} ist nicht zu erreichen (${reason}). Es wurde nichts geändert. Bitte prüfen Sie die Adresse und ob sie läuft.`,
    en: `The database of ${place} cannot be reached (${reason}). Nothing was changed. Please check the address and that it runs.`,
  }),
  connection_lost: ({ reason }) => ({
    de: `Die Verbindung zur Datenbank ist abgerissen (${reason}). Was begonnen war, zählt nicht; Gespeichertes ist nicht verloren. Bitte beginnen Sie noch einmal, wenn sie wieder läuft.`,
    en: `The connection to the database was lost (${reason}). What was begun does not count; nothing stored is lost. Please begin again when it runs.`,
  }),
  disk_full: ({ reason }) => ({
    de: `Der Platz auf dem Datenträger reicht nicht (${reason}). Was begonnen war, zählt nicht; Gespeichertes ist nicht verloren. Bitte schaffen Sie Platz, so viel wie die Datenbank braucht und die Sicherung dazu, und beginnen Sie noch einmal.`,
    en: `There is not enough space on the disk (${reason}). What was begun does not count; nothing stored is lost. Please free some space, as much as the database takes and the backup besides, and begin again.`,
  }),
  forbidden: ({ reason }) => ({
    de: `Dem Datenbankbenutzer fehlt ein Recht (${reason}). Es wurde nichts geändert. Bitte nehmen Sie den Eigentümer der Datenbank; beim ersten Mal braucht er CREATEROLE.`,
    en: `The database user lacks a right (${reason}). Nothing was changed. Please take the owner of the database; the first time it needs CREATEROLE.`,
  }),
  no_backup_named: ({ folder, names }) => ({
    de: `Bitte sagen Sie, welche Sicherung eingespielt werden soll: ihren Namen, ihren Pfad, oder latest für die neueste. Zum Beispiel: npm run restore -- latest. Es wurde nichts geändert. In ${folder} liegen:${listed(names) || ' keine'}`,
    en: `Please say which backup to restore: its name, its path, or latest for the newest. For example: npm run restore -- latest. Nothing was changed. In ${folder} there are:${listed(names) || ' none'}`,
  }),
  no_target: () => ({
    de: 'Bitte sagen Sie, wohin: --to postgres://… nennt eine eigene, leere Datenbank, npm run move -- --from postgres://… holt das Büro von dort in die eingebaute zurück. Es wurde nichts geändert.',
    en: 'Please say where to: --to postgres://… names an empty database of your own, npm run move -- --from postgres://… brings the office back from there into the built-in one. Nothing was changed.',
  }),
} as const satisfies Readonly<Record<string, Words>>;
