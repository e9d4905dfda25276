import { type Sentences, sentencesFor } from './words.ts';

/** Why the server cannot be had, with the figures a person needs to act on it. `folder` is always an absolute path. */
export type Unavailability =
  | {
      code: 'folder_in_use';
      folder: string;
      /** Process id of the owner, on `host`. */
      pid: number;
      host: string;
      /** ISO 8601, when the owner took the folder. */
      since: string;
      /** The file to delete once the owner is known to be gone. */
      lockFile: string;
    }
  | { code: 'no_permission'; folder: string }
  | { code: 'read_only'; folder: string }
  | { code: 'disk_full'; folder: string }
  /** It was there when the server started. */
  | { code: 'folder_missing'; folder: string }
  | { code: 'unknown_platform'; platform: string; reason: 'not_offered' | 'not_installed' | 'does_not_run' }
  | { code: 'other_major_version'; folder: string; found: string; ours: string }
  | { code: 'root_without_namespaces'; folder: string }
  | { code: 'start_failed'; logFile: string; lastLine: string };

/** The closed list of reasons. */
export type UnavailableCode = Unavailability['code'];

/**
 * The private server cannot be started or created. Nothing that was stored is touched by any of these.
 * `sentences` tell a person, in German and English, what happened, that nothing was lost, and what to do now.
 */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable';
  readonly code: UnavailableCode;
  /** The same reason with its figures, for a program. */
  readonly reason: Unavailability;
  readonly sentences: Sentences;

  constructor(reason: Unavailability, cause?: unknown) {
    const sentences = sentencesFor(reason, 'starting');
    super(sentences.en, cause === undefined ? undefined : { cause });
    this.code = reason.code;
    this.reason = reason;
    this.sentences = sentences;
  }
}

const systemCodes: Readonly<Record<string, 'no_permission' | 'read_only' | 'disk_full'>> = {
  EACCES: 'no_permission',
  EPERM: 'no_permission',
  EROFS: 'read_only',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
};

/** Turns what the file system said into one of our reasons; anything else is passed on as it is. */
export function fromSystemError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  const code = systemCodes[error.code];
  return code === undefined ? error : new PostgresUnavailable({ code, folder }, error);
}

/** Reads what PostgreSQL or initdb wrote before it gave up. Their messages are English: they run without a locale. */
export function fromOutput(output: string, folder: string, logFile: string): PostgresUnavailable {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new PostgresUnavailable({ code: 'disk_full', folder });
  }
  if (/Read-only file system/.test(output)) return new PostgresUnavailable({ code: 'read_only', folder });
  if (/Permission denied|has wrong ownership/.test(output)) {
    return new PostgresUnavailable({ code: 'no_permission', folder });
  }
  return new PostgresUnavailable({ code: 'start_failed', logFile, lastLine: tellingLine(output) });
}

/** The first line that PostgreSQL itself marks as the cause, else the last one. */
function tellingLine(output: string): string {
  const lines = output.split('\n').flatMap((line) => line.trim() || []);
  return lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
}
