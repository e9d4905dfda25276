import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LetIn, letIn } from './demo-sign-in.ts';

/** For servers on a database of their own: their keys and mail must not end up in the repository. */
const scratch = mkdtempSync(join(tmpdir(), 'front-office-api-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

const realMain = join(import.meta.dirname, '../../apps/api/src/main.ts');

export interface ServerUnderTest {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Sends the signal and answers the exit code, or the signal's name when the process died of it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
  as(surface: 'kiosk' | 'desk'): Caller;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any answer; a wrong field is undefined and fails the test
  readonly body: any;
}

interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, request?: string): Promise<Answer>;
}

interface StartOptions {
  /** Another program than the server's own. */
  readonly main?: string;
  readonly args?: readonly string[];
}

/** Starts the real server as its own process and waits until it says where it is. Throws with its output when it ends first. */
export async function startServer(
  env: Record<string, string>,
  { main = realMain, args = [] }: StartOptions = {},
): Promise<ServerUnderTest> {
  const child = spawn(process.execPath, ['--conditions=@front-office/source', main, ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: scratch, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? -1));
  });
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Desk\s+(https?:\S+)\/desk/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then((how) => reject(new ServerEnded(how, output)));
  });
  const callers = { kiosk: callerAt(url, 'kiosk'), desk: callerAt(url, 'desk') };
  return {
    url,
    process: child,
    output: () => output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    as: (surface) => callers[surface],
  };
}

/** The server ended before it was up. */
export class ServerEnded extends Error {
  readonly how: number | string;
  readonly output: string;

  constructor(how: number | string, output: string) {
    super(`The server ended with ${how}:\n${output}`);
    this.how = how;
    this.output = output;
  }
}

/** What a start that is expected to fail prints. */
export async function refusedStart(env: Record<string, string>, ...args: string[]): Promise<ServerEnded> {
  try {
    const server = await startServer(env, { args });
    await server.end('SIGTERM');
  } catch (error) {
    if (error instanceof ServerEnded) return error;
    throw error;
  }
  throw new Error('The server started although it should not have.');
}

export async function dataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'front-office-api-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** The address of a throw-away cluster's database, as DATABASE_URL takes it. */
export function urlOf({ connection }: { readonly connection: Connection }): string {
  const { host, port, user, database } = connection;
  return `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

function callerAt(url: string, surface: 'kiosk' | 'desk'): Caller {
  let admitted: Promise<LetIn> | undefined;
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    admitted ??= letIn(url, surface).catch((error: unknown) => {
      admitted = undefined; // the server was ended in the middle: the next one who asks is let in anew
      throw error;
    });
    const response = await fetch(`${url}/api/v1${path}`, {
      ...init,
      headers: { ...init.headers, ...(await admitted) },
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, body, request = crypto.randomUUID()) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': request },
        body: JSON.stringify(body),
      }),
  };
}
