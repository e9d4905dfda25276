import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isVerticalName, type VerticalName, verticals } from '@front-office/verticals';

/** What a person may set when starting the server. */
export interface Settings {
  readonly office: VerticalName;
  readonly port: number;
  /** The private server's folder, one for each kind of office. Unused with `databaseUrl`. */
  readonly dataDir: string;
  /** An own PostgreSQL instead of the private one. */
  readonly databaseUrl: string | undefined;
  /** `smtp://…` or `smtps://…`; without it mail is written into a folder of `dataDir`. */
  readonly smtpUrl: string | undefined;
  /** Lines of the request log from this level on: `info` has every request, `warn` only what went wrong. */
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used. The message says which, and what to write instead. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

const OPTIONS = { office: { type: 'string' }, port: { type: 'string' } } as const;

/** Reads the settings from the command line and the environment; the command line goes first. */
export function readSettings(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const given = parsed(argv);
  const office = given.office ?? env.OFFICE ?? 'medical';
  if (!isVerticalName(office)) {
    throw new SettingsRefused(`There is no office "${office}". Choose one of: ${Object.keys(verticals).join(', ')}.`);
  }
  return {
    office,
    port: portOf(given.port ?? env.PORT ?? '3000'),
    dataDir: resolve(env.DATA_DIR ?? join('.data', office)),
    databaseUrl: env.DATABASE_URL || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    logLevel: logLevelOf(env.LOG_LEVEL ?? 'warn'),
  };
}

function logLevelOf(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level) return level;
  throw new SettingsRefused(`"${text}" is no log level. Choose one of: ${LOG_LEVELS.join(', ')}.`);
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsRefused(`${reason}\nOptions: --office=medical|legal|school|small-business, --port=3000`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsRefused(`"${text}" is no port. Write a number from 0 to 65535; 0 takes any free one.`);
}
