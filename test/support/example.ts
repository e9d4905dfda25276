import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs an example as its README says, on the packages' sources, and answers the lines it prints. */
export async function runExample(file: string, env: Record<string, string> = {}): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@front-office/source', file], {
    env: { ...process.env, ...env },
  });
  return stdout.trimEnd().split('\n');
}
