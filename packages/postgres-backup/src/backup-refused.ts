/** What a refusal is about; which fields there are depends on its code. */
export interface BackupFigures {
  /** A file or folder. */
  readonly file?: string;
  /** `visits.visitor_log`. */
  readonly table?: string;
  /** `visits 0002_desk_told`. */
  readonly migration?: string;
  /** Version of the program that made the backup. */
  readonly product?: string;
  /** Database user. */
  readonly user?: string;
  /** Connections of a running office. */
  readonly sessions?: number;
  /** Of a case that was to be erased again. */
  readonly workflow?: string;
  readonly case?: string;
}

/**
 * - `not_migrated` the database has no tables of an office
 * - `rows_hidden` the user does not see all rows of a table, so a backup would leave some out
 * - `disk_full` no space left where the backup is written
 * - `manifest_damaged`, `file_missing`, `file_damaged` the backup is not as it was written
 * - `backup_newer` a newer version of the program made it
 * - `migration_differs` a migration of the backup has another content in this program
 * - `not_empty` the database that is to be filled holds something
 * - `copy_differs` what was written into the new database is not what the backup holds
 * - `office_running` an office is working on the database
 * - `workflow_unknown`, `not_erased` a case that was erased after the backup could not be erased again
 * - `restore_unfinished` the database is half filled by a restore or move that was interrupted
 */
export type BackupRefusalCode = keyof typeof words;

/** Nothing was changed, or what was begun is undone. `sentences` say to a person what happened, and what to do now. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code: BackupRefusalCode;
  readonly figures: BackupFigures;
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(code: BackupRefusalCode, figures: BackupFigures = {}, cause?: unknown) {
    const sentences = words[code](figures);
    super(sentences.en, { cause });
    this.code = code;
    this.figures = figures;
    this.sentences = sentences;
  }
}

type Words = (figures: BackupFigures) => { readonly de: string; readonly en: string };

const words = {
  not_migrated: () => ({
    de: 'In dieser Datenbank ist noch kein Büro: Die Tabellen fehlen. Es gibt nichts zu sichern. Bitte starten Sie das Programm zuerst einmal (npm start), oder prüfen Sie die Adresse.',
    en: 'There is no office in this database yet: it has no tables. There is nothing to back up. Please start the program once (npm start), or check the address.',
  }),
  rows_hidden: ({ table, user }) => ({
    de: `Der Datenbankbenutzer ${user} sieht nicht alle Zeilen von ${table}; eine Sicherung wäre unvollständig. Es wurde nichts geändert und keine Sicherung geschrieben. Bitte melden Sie sich als Eigentümer der Tabellen an; stammen sie von einer älteren Version, einmal als Superuser.`,
    en: `The database user ${user} does not see all rows of ${table}, so a backup would be incomplete. Nothing was changed and no backup was written. Please sign in as the owner of the tables; if an older version made them, once as a superuser.`,
  }),
  disk_full: ({ file }) => ({
    de: `Auf dem Datenträger von ${file} ist kein Platz mehr. Was begonnen war, ist wieder entfernt; Gespeichertes ist nicht verloren. Bitte schaffen Sie Platz und beginnen Sie noch einmal.`,
    en: `The disk that holds ${file} is full. What was begun is removed again, and nothing stored is lost. Please free some space and begin again.`,
  }),
  manifest_damaged: ({ file }) => ({
    de: `${file} fehlt oder ist beschädigt; ohne diese Datei ist das keine Sicherung. Es wurde nichts geändert. Bitte prüfen Sie den Pfad, oder nehmen Sie eine andere Sicherung.`,
    en: `${file} is missing or damaged, and without it this is no backup. Nothing was changed. Please check the path, or take another backup.`,
  }),
  file_missing: ({ file }) => ({
    de: `In der Sicherung fehlt ${file}. Es wurde nichts geändert. Bitte holen Sie die Datei aus einer Kopie der Sicherung, oder nehmen Sie eine andere.`,
    en: `${file} is missing from the backup. Nothing was changed. Please fetch the file from a copy of the backup, or take another one.`,
  }),
  file_damaged: ({ file }) => ({
    de: `${file} ist beschädigt: Der Inhalt ist nicht mehr der, der gesichert wurde. Es wurde nichts geändert. Bitte holen Sie die Datei aus einer Kopie der Sicherung, oder nehmen Sie eine andere.`,
    en: `${file} is damaged: its content is no longer what was backed up. Nothing was changed. Please fetch the file from a copy of the backup, or take another one.`,
  }),
  backup_newer: ({ product, migration }) => ({
    de: `Diese Sicherung stammt von einer neueren Version des Programms (${product}${migration ? `, mit ${migration}` : ''}). Es wurde nichts geändert. Bitte spielen Sie sie mit dieser oder einer späteren Version ein.`,
    en: `A newer version of the program made this backup (${product}${migration ? `, with ${migration}` : ''}). Nothing was changed. Please restore it with that version or a later one.`,
  }),
  migration_differs: ({ migration }) => ({
    de: `Die Migration ${migration} dieses Programms ist eine andere als die der Sicherung. Es wurde nichts geändert. Bitte stellen Sie die Datei so wieder her, wie sie war, oder nehmen Sie die Version des Programms, die gesichert hat.`,
    en: `The migration ${migration} of this program is another one than that of the backup. Nothing was changed. Please restore the file as it was, or take the version of the program that made the backup.`,
  }),
  not_empty: ({ table }) => ({
    de: `Die Datenbank, die gefüllt werden soll, ist nicht leer: Sie enthält ${table}. Es wurde nichts geändert. Bitte legen Sie eine neue, leere Datenbank an und nennen Sie diese.`,
    en: `The database that is to be filled is not empty: it holds ${table}. Nothing was changed. Please create a new, empty database and name that one.`,
  }),
  copy_differs: ({ table }) => ({
    de: `Was in die neue Datenbank geschrieben wurde, stimmt bei ${table} nicht mit der Sicherung überein. Die neue Datenbank wird nicht benutzt; die bisherige ist unverändert. Bitte prüfen Sie Arbeitsspeicher und Datenträger dieses Rechners, und versuchen Sie es noch einmal.`,
    en: `What was written into the new database differs from the backup in ${table}. The new database is not used, the present one is unchanged. Please check the memory and disk of this machine, and try again.`,
  }),
  office_running: ({ sessions }) => ({
    de: `Auf dieser Datenbank arbeitet gerade ein Büro (${sessions} Verbindungen). Es wurde nichts geändert. Bitte schließen Sie es, damit unterwegs nichts verloren geht, und beginnen Sie noch einmal.`,
    en: `An office is working on this database (${sessions} connections). Nothing was changed. Please close it, so that nothing is lost on the way, and begin again.`,
  }),
  workflow_unknown: ({ workflow, case: id }) => ({
    de: `Der Vorgang ${id} wurde nach der Sicherung gelöscht und muss es bleiben; dieses Programm kennt „${workflow}“ aber nicht. Die neue Datenbank wird nicht benutzt, die bisherige ist unverändert. Bitte nehmen Sie die Version des Programms, die ihn gelöscht hat.`,
    en: `The case ${id} was erased after the backup and must stay so, but this program does not know "${workflow}". The new database is not used, the present one is unchanged. Please take the version of the program that erased it.`,
  }),
  not_erased: ({ workflow, case: id }) => ({
    de: `Der Vorgang ${id} („${workflow}“) wurde nach der Sicherung gelöscht und ließ sich nicht wieder löschen. Die neue Datenbank wird nicht benutzt, die bisherige ist unverändert. Bitte versuchen Sie es noch einmal, und melden Sie uns den Fehler, wenn er bleibt.`,
    en: `The case ${id} ("${workflow}") was erased after the backup and could not be erased again. The new database is not used, the present one is unchanged. Please try again, and report this if it stays.`,
  }),
  restore_unfinished: () => ({
    de: 'Diese Datenbank ist nur halb gefüllt: Eine Wiederherstellung oder ein Umzug wurde unterbrochen. Die Sicherung und die bisherige Datenbank sind unversehrt. Bitte führen Sie npm run restore oder npm run move noch einmal aus; es beginnt von vorn.',
    en: 'This database is only half filled: a restore or a move was interrupted. The backup and the former database are intact. Please run npm run restore or npm run move once more; it begins anew.',
  }),
} as const satisfies Readonly<Record<string, Words>>;
