import type { KeyObject } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  newSigningKey,
  privateKeyFromPem,
  privateKeyToPem,
  publicKeyOf,
  publicKeyToPem,
} from '@front-office/sealed-log';

const FOLDER = 'keys';
const PRIVATE = 'log-signing-key.pem';
const PUBLIC = 'log-public-key.pem';

/**
 * The key that seals the log, made at the first start. Only this user may read it, and no backup takes it along: who has
 * it can sign any log. The public key beside it is for whoever checks the log.
 */
export async function signingKeyIn(dataDir: string): Promise<KeyObject> {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, PRIVATE);
  const found = await readIfThere(file);
  const key = found === undefined ? await makeKey(folder, file) : privateKeyFromPem(found);
  const publicKey = publicKeyToPem(publicKeyOf(key));
  if ((await readIfThere(join(folder, PUBLIC))) !== publicKey) await write(join(folder, PUBLIC), publicKey, 0o644);
  return key;
}

/** Made whole under another name first; when two servers make one at once, both take the one that was there first. */
async function makeKey(folder: string, file: string): Promise<KeyObject> {
  const draft = join(folder, `.${randomUUID()}`);
  await write(draft, privateKeyToPem(newSigningKey()), 0o600);
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return privateKeyFromPem(await readFile(file, 'utf8'));
}

async function write(file: string, text: string, mode: number): Promise<void> {
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.chmod(mode); // an existing file keeps its mode otherwise
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
