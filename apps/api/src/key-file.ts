import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'keys';

/** The folder of the server's own keys. Only this user may read it, and no backup takes it along. */
export async function keysFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * What a key file holds, made by `make` when there is none. Made whole under another name first; when two servers make
 * one at once, both take the one that was there first.
 */
export async function keyFile(folder: string, name: string, make: () => string): Promise<string> {
  const file = join(folder, name);
  const found = await readIfThere(file);
  if (found !== undefined) return found;
  const draft = join(folder, `.${randomUUID()}`);
  await writeKey(draft, make(), 0o600);
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(file, 'utf8');
}

/** 32 random bytes of the server's own, by name: what seals one-time codes, what webhooks are signed from. */
export async function secretKeyIn(dataDir: string, name: string): Promise<Uint8Array> {
  const text = await keyFile(await keysFolder(dataDir), `${name}.key`, () => `${randomBytes(32).toString('base64')}\n`);
  const key = Buffer.from(text, 'base64');
  if (key.length === 32) return key;
  throw new KeyDamaged(join(dataDir, FOLDER, `${name}.key`));
}

/** A key file holds something else. Nothing was overwritten: with a new key, what the old one sealed would be lost. */
class KeyDamaged extends Error {
  override readonly name = 'KeyDamaged';
  constructor(file: string) {
    super(
      `${file} is no key of this program. Nothing was overwritten. Please bring the file back from your copy of it.`,
    );
  }
}

export async function writeKey(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.chmod(mode); // an existing file keeps its mode otherwise
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
