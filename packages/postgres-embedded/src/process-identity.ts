import { readdir, readFile, readlink } from 'node:fs/promises';

import { run } from './program.ts';

/**
 * Names one run of one process: a process id alone is given to another process sooner or later. On Linux the boot id
 * and the start in clock ticks since boot (field 22 of /proc/<pid>/stat, proc(5)), elsewhere what `ps` calls lstart.
 * Undefined when no such process runs; a zombie does not run.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // The program's name, in parentheses, may itself hold spaces and parentheses: count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return undefined;
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
  return `${bootId.trim()} ${startTicks}`;
}

async function fromPs(pid: number): Promise<string | undefined> {
  const { exitCode, output } = await run({ file: 'ps', args: ['-o', 'stat=,lstart=', '-p', String(pid)] });
  const [, state, start] = /^\s*(\S+)\s+(.*\S)\s*$/.exec(output) ?? [];
  return exitCode !== 0 || state === undefined || state.startsWith('Z') ? undefined : start;
}

/** Whether a process works in this folder. PostgreSQL and all its children do so in their data folder. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder;
  const { output } = await run({ file: 'ps', args: ['-o', 'command=', '-p', String(pid)] });
  return output.includes(folder);
}

/** The processes that work in this folder; undefined where that cannot be told (not Linux). */
export async function processesIn(folder: string): Promise<readonly number[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const answers = await Promise.all(pids.map((pid) => worksIn(pid, folder)));
  return pids.filter((_, index) => answers[index]);
}

/** Whether a process runs this program; somebody's shell may stand in the folder as well. Only on Linux. */
export async function runs(pid: number, program: string): Promise<boolean> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === program;
}
