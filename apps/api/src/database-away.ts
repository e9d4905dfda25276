/** One's own database could not be reached when the server started. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const en = `The database of DATABASE_URL cannot be reached (${reason}). Nothing was changed. Please check the address and that it runs, or start without DATABASE_URL to use the built-in one.`;
    super(en, { cause });
    this.sentences = {
      en,
      de: `Die Datenbank aus DATABASE_URL ist nicht zu erreichen (${reason}). Es wurde nichts geändert. Bitte prüfen Sie die Adresse und ob sie läuft, oder starten Sie ohne DATABASE_URL mit der eingebauten.`,
    };
  }
}
