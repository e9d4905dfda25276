import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const largestBytes = 10 * 1024 * 1024;

export const logFileIn = (dataDir: string) => join(dataDir, 'postgres.log');

/** Opens the server's log for appending; one that has grown past 10 MB makes room for a new one first. */
export async function openLog(dataDir: string): Promise<FileHandle> {
  const path = logFileIn(dataDir);
  const bytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes > largestBytes) await rename(path, `${path}.1`);
  return open(path, 'a+', 0o600);
}

/** What was written to the log from that byte on, at most its last 64 KB. */
export async function logFrom(log: FileHandle, fromByte: number): Promise<string> {
  const { size } = await log.stat();
  const start = Math.max(fromByte, size - 65_536);
  const { buffer, bytesRead } = await log.read(Buffer.alloc(Math.max(0, size - start)), 0, size - start, start);
  return buffer.toString('utf8', 0, bytesRead);
}
