/** What a refusal is about. */
export interface MigrationFigures {
  readonly module: string;
  /** File name, `0002_badges.sql`. */
  readonly migration: string;
  /** The number that should have come. */
  readonly expected?: number;
  /** What the server said. */
  readonly reason?: string;
}

/**
 * - `migration_changed` a file that was already applied has another content now
 * - `migration_gap` the files are not numbered 1, 2, 3 …
 * - `database_newer` the database has a migration that this version of the software does not know
 * - `migration_forbidden` the pool's user lacks a right that the file needs
 */
export type MigrationRefusalCode = 'migration_changed' | 'migration_gap' | 'database_newer' | 'migration_forbidden';

/** The database stays as it is. `sentences` say to a person what happened, that nothing was lost, and what to do now. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: MigrationRefusalCode;
  readonly figures: MigrationFigures;
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(code: MigrationRefusalCode, figures: MigrationFigures) {
    const sentences = { de: words.de[code](figures), en: words.en[code](figures) };
    super(sentences.en);
    this.code = code;
    this.figures = figures;
    this.sentences = sentences;
  }
}

type Words = Readonly<Record<MigrationRefusalCode, (figures: MigrationFigures) => string>>;

const words: { readonly de: Words; readonly en: Words } = {
  de: {
    migration_changed: ({ module, migration }) =>
      `Die Datei ${migration} von „${module}“ wurde geändert, nachdem sie schon auf diese Datenbank angewendet war. An der Datenbank wurde nichts geändert. Bitte stellen Sie die Datei wieder her und legen Sie für die Änderung eine neue Datei mit der nächsten Nummer an.`,
    migration_gap: ({ module, migration, expected }) =>
      `Die Dateien von „${module}“ sind nicht fortlaufend nummeriert: Statt Nummer ${expected} kam ${migration}. An der Datenbank wurde nichts geändert. Bitte nummerieren Sie die Dateien 0001, 0002, 0003 und so weiter.`,
    database_newer: ({ module, migration }) =>
      `Diese Datenbank ist neuer als das Programm: Es kennt ${migration} von „${module}“ nicht. An der Datenbank wurde nichts geändert, und es ist nichts verloren. Bitte starten Sie die neuere Version des Programms.`,
    migration_forbidden: ({ module, migration, reason }) =>
      `Dem Datenbankbenutzer fehlt ein Recht, das ${migration} von „${module}“ braucht (${reason}). Diese Datei wurde nicht angewendet, und es ist nichts verloren. Bitte nehmen Sie für die Migration einen Benutzer mit CREATE auf der Datenbank und, beim ersten Mal, CREATEROLE.`,
  },
  en: {
    migration_changed: ({ module, migration }) =>
      `The file ${migration} of "${module}" was changed after it had been applied to this database. The database was not touched. Please restore the file, and put the change into a new file with the next number.`,
    migration_gap: ({ module, migration, expected }) =>
      `The files of "${module}" are not numbered in a row: ${migration} came where number ${expected} should be. The database was not touched. Please number the files 0001, 0002, 0003 and so on.`,
    database_newer: ({ module, migration }) =>
      `This database is newer than the program, which does not know ${migration} of "${module}". The database was not touched, and nothing is lost. Please start the newer version of the program.`,
    migration_forbidden: ({ module, migration, reason }) =>
      `The database user lacks a right that ${migration} of "${module}" needs (${reason}). This file was not applied, and nothing is lost. Please migrate as a user with CREATE on the database and, the first time, CREATEROLE.`,
  },
};
