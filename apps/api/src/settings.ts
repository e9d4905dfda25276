import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isVerticalName, type VerticalName, verticals } from '@front-office/verticals';

/** What a person may set when starting the server. */
export interface Settings {
  /** A demo of this kind of office; `own` is one that is yours, set up at the first start. */
  readonly office: VerticalName | 'own';
  readonly port: number;
  /** The address it listens at: this machine only unless said otherwise. */
  readonly host: string;
  /** Serves HTTPS to the local network, by an authority of this house. */
  readonly lan: boolean;
  /** Under which address people reach it, when something in front of it speaks HTTPS: `https://office.example.com`. */
  readonly publicUrl: URL | undefined;
  /** Addresses or networks of proxies that tell the truth about whom they pass on. */
  readonly trustedProxies: readonly string[];
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

const OPTIONS = { office: { type: 'string' }, port: { type: 'string' }, lan: { type: 'boolean' } } as const;
const HERE = '127.0.0.1';
/** All addresses of this machine, of both kinds where it has both. */
const everywhere = () =>
  Object.values(networkInterfaces()).some((its) => its?.some(({ family }) => family === 'IPv6')) ? '::' : '0.0.0.0';

/** Reads the settings from the command line and the environment; the command line goes first. */
export function readSettings(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const given = parsed(argv);
  const office = given.office ?? env.OFFICE ?? 'medical';
  if (office !== 'own' && !isVerticalName(office)) {
    const demos = Object.keys(verticals).join(', ');
    throw new SettingsRefused(`There is no office "${office}". Choose "own" for your own, or a demo: ${demos}.`);
  }
  const lan = given.lan ?? false;
  const publicUrl = publicUrlOf(env.PUBLIC_URL || undefined, { lan, office });
  const trustedProxies = listOf(env.TRUSTED_PROXIES);
  return {
    office,
    port: portOf(given.port ?? env.PORT ?? '3000'),
    host: hostOf(env.HOST || undefined, { lan, isBehindProxy: publicUrl !== undefined && trustedProxies.length > 0 }),
    lan,
    publicUrl,
    trustedProxies,
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

/** In plain HTTP, passwords would cross the network for everybody to read. */
function hostOf(
  text: string | undefined,
  { lan, isBehindProxy }: { readonly lan: boolean; readonly isBehindProxy: boolean },
): string {
  if (text === undefined) return lan ? everywhere() : HERE;
  if (lan || isBehindProxy || text === HERE || text === '::1' || text === 'localhost') return text;
  throw new SettingsRefused(
    `HOST="${text}" would let the network reach this server without encryption. Start it with --lan, or put a proxy with HTTPS in front and set PUBLIC_URL and TRUSTED_PROXIES.`,
  );
}

function publicUrlOf(
  text: string | undefined,
  { lan, office }: { readonly lan: boolean; readonly office: string },
): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new SettingsRefused(`PUBLIC_URL="${text}" cannot be used. Write it like https://office.example.com`);
  if (lan) throw new SettingsRefused('--lan and PUBLIC_URL are two ways to be reached: choose one of them.');
  if (office !== 'own')
    throw new SettingsRefused(
      'A demo lets anybody in, so it has no PUBLIC_URL. Start your own office with --office=own.',
    );
  return url;
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsRefused(
      `${reason}\nOptions: --office=own|medical|legal|school|small-business, --port=3000, --lan`,
    );
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingsRefused(`"${text}" is no port. Write a number from 0 to 65535; 0 takes any free one.`);
}
