import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where Debian and others put it, when it is not on the path. */
const HOME = '/usr/lib/postgresql';

/** The pgbench of this machine, or nothing. */
export function findPgbench(): string | undefined {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return 'pgbench';
  } catch {
    const versions = existsSync(HOME) ? readdirSync(HOME) : [];
    return versions.map((version) => join(HOME, version, 'bin', 'pgbench')).find(existsSync);
  }
}

export interface PgbenchRun {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
  readonly script: string;
  /** Values of `:name` in the script; they travel as parameters. */
  readonly values: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly seconds: number;
}

/** Transactions a second, by one thread, with prepared statements. */
export async function runPgbench(
  program: string,
  { connection, script, values, clients, seconds }: PgbenchRun,
): Promise<number> {
  const file = join(mkdtempSync(join(tmpdir(), 'front-office-pgbench-')), 'script.sql');
  writeFileSync(file, script);
  const { host, port, user, database } = connection;
  const args = ['-n', '-M', 'prepared', '-j', '1', '-c', String(clients), '-T', String(seconds), '-f', file];
  const defined = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const where = ['-h', host, '-p', String(port), '-U', user, database];
  const { stdout } = await promisify(execFile)(program, [...args, ...defined, ...where]);
  const tps = /tps = ([\d.]+) \(without initial/.exec(stdout)?.[1];
  if (tps === undefined) throw new Error(`pgbench said no figure:\n${stdout}`);
  return Number(tps);
}
