import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { giveTo, type ServerUser } from './as-user.ts';

/** Any number does: it is only part of the socket's name. */
export const port = 5432;

/** `sun_path` has 108 bytes on Linux, 104 on macOS, the closing zero included. */
const longestPathBytes = process.platform === 'darwin' ? 103 : 107;
const prefix = 'front-office-pg-';
const randomCharacters = 6;

/** Makes a folder that only we may enter (mkdtemp makes it 0700), with a path short enough for a socket inside it. */
export async function makeSocketFolder(user: ServerUser, temporary = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(fits(temporary) ? temporary : '/tmp', prefix));
  await giveTo(user, folder);
  return folder;
}

/** Makes the same folder anew for the next server: what a killed one left in it, or a cleaner of /tmp took away, is no hindrance. */
export async function remakeSocketFolder(folder: string, user: ServerUser): Promise<void> {
  await removeSocketFolder(folder);
  await mkdir(folder, { mode: 0o700 });
  await giveTo(user, folder);
}

/** Removes a socket's folder, also one that a crash left behind; a folder that is not ours stays. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(prefix)) await rm(folder, { recursive: true, force: true });
}

function fits(temporary: string): boolean {
  const socket = join(temporary, `${prefix}${'x'.repeat(randomCharacters)}`, `.s.PGSQL.${port}`);
  return Buffer.byteLength(socket) <= longestPathBytes;
}
