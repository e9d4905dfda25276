import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { type Instant, instantOf } from '@front-office/values';
import { backupsIn } from './backup-folder.ts';
import { inPlainWords } from './backup-refusals.ts';
import { plainWords } from './plain-words.ts';
import { productVersion } from './product-version.ts';
import { readSettings, type Settings, SettingsRefused } from './settings.ts';

/** What a backup, restore or move works with. */
export interface Maintenance {
  readonly settings: Settings;
  readonly given: { readonly to?: string; readonly from?: string; readonly label?: string; readonly backup?: string };
  /** Where the backups lie. */
  readonly backups: string;
  /** Version of the program. */
  readonly product: string;
  readonly now: () => Instant;
  /** Prints a line a second; a short command prints none. */
  readonly onProgress: (progress: { readonly doing: string; readonly what: string; readonly rows: number }) => void;
  /** What is to be undone at the end, or when a signal comes; the last one first. */
  undoAtEnd(step: () => Promise<unknown>): void;
}

const OPTIONS = {
  office: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  label: { type: 'string' },
} as const;

/**
 * Runs one of these programs to its end and prints what it answers. Exit codes: 0 done · 1 refused or failed, with the
 * reason on the standard error output · 128 + n ended by a signal; what was begun is undone.
 */
export async function runMaintenance(work: (maintenance: Maintenance) => Promise<string>): Promise<void> {
  const steps: (() => Promise<unknown>)[] = [];
  let stopped = false;
  const undoAll = async () => {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopped = true;
      undoAll().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
  try {
    const base = read(process.argv.slice(2), process.env);
    const done = await work({ ...base, undoAtEnd: (step) => steps.push(step) });
    await undoAll();
    console.log(done);
  } catch (error) {
    if (stopped) return; // it fails because what it works on is being undone
    await undoAll().catch((second: unknown) => console.error(plainWords(second)));
    console.error(plainWords(inPlainWords(error)));
    process.exitCode = 1;
  }
}

function read(argv: readonly string[], env: NodeJS.ProcessEnv): Omit<Maintenance, 'undoAtEnd'> {
  const { values, positionals } = parsed(argv);
  const { office, ...given } = values;
  const settings = readSettings(office === undefined ? [] : [`--office=${office}`], env);
  if (given.label !== undefined && !/^[A-Za-z0-9-]{1,40}$/.test(given.label)) {
    throw new SettingsRefused(`"${given.label}" is no label. Use letters, digits and -, at most 40.`);
  }
  return {
    settings,
    given: { ...given, ...(positionals[0] !== undefined && { backup: positionals[0] }) },
    backups: backupsIn(settings.dataDir),
    product: productVersion(),
    now: () => instantOf(Date.now()),
    onProgress: progressPrinter(),
  };
}

function parsed(argv: readonly string[]) {
  try {
    const found = parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: true });
    if (found.positionals.length > 1) throw new Error(`One backup at a time, not ${found.positionals.join(', ')}.`);
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsRefused(
      `${reason}\nnpm run backup  [-- --office=NAME --label=NAME]\nnpm run restore -- BACKUP|latest [--office=NAME] [--to=postgres://…]\nnpm run move    -- --to=postgres://… | --from=postgres://… [--office=NAME]`,
    );
  }
}

const EVERY_MS = 1_000;

/** A line a second while it lasts. */
function progressPrinter(): Maintenance['onProgress'] {
  let next = Date.now() + EVERY_MS;
  return ({ doing, what, rows }) => {
    if (Date.now() < next) return;
    next = Date.now() + EVERY_MS;
    console.log(`  ${doing} ${what}: ${rows.toLocaleString('en')} rows …`);
  };
}
