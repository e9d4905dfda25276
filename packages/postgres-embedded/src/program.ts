import { spawn } from 'node:child_process';

/** A program to be started: no shell, so nothing needs quoting. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Switch to this account first; only root may. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

export interface Finished {
  /** Null when the program could not be started or was killed. */
  readonly exitCode: number | null;
  /** What it wrote to its standard output and error, in order of arrival. */
  readonly output: string;
}

/** Nothing of ours but the search path: PGPORT, PGDATA, LANG and their kin would change what PostgreSQL does. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH });

/** Runs a program to its end. Never throws: a program that cannot be started has exit code null and says why. */
export function run(command: Command, input = ''): Promise<Finished> {
  return new Promise((resolve) => {
    const child = started(command);
    if (child instanceof Error) return resolve({ exitCode: null, output: child.message });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ exitCode: null, output: `${output}${error.message}` }));
    child.on('close', (exitCode) => resolve({ exitCode, output }));
    // A program that ends without reading closes the pipe; its exit code tells more than EPIPE would.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** An account that we may not switch to is thrown at once, a missing program is told later. */
function started(command: Command) {
  try {
    return spawn(command.file, [...command.args], { ...command.account, env: cleanEnvironment() });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
