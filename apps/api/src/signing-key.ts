import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import {
  newSigningKey,
  privateKeyFromPem,
  privateKeyToPem,
  publicKeyOf,
  publicKeyToPem,
} from '@front-office/sealed-log';
import { keyFile, keysFolder, readIfThere, writeKey } from './key-file.ts';

const PRIVATE = 'log-signing-key.pem';
const PUBLIC = 'log-public-key.pem';

/**
 * The key that seals the log, made at the first start: who has it can sign any log. The public key beside it is for
 * whoever checks the log.
 */
export async function signingKeyIn(dataDir: string): Promise<KeyObject> {
  const folder = await keysFolder(dataDir);
  const key = privateKeyFromPem(await keyFile(folder, PRIVATE, () => privateKeyToPem(newSigningKey())));
  const publicKey = publicKeyToPem(publicKeyOf(key));
  if ((await readIfThere(join(folder, PUBLIC))) !== publicKey) await writeKey(join(folder, PUBLIC), publicKey, 0o644);
  return key;
}
