import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EffectFailed } from '@front-office/kernel';
import type { MailTransport } from '@front-office/messages';

import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';

/**
 * Writes each mail into `folder` as a file that any mail program opens, instead of sending it: for a demo, and for trying
 * texts out. It is named by the key, so a repetition replaces it; it is there whole or not at all; only its owner may
 * read it.
 */
export function folderTransport(folder: string): MailTransport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail, { key, signal }) {
      signal.throwIfAborted();
      const { message } = await writer.sendMail(compose(mail));
      if (!Buffer.isBuffer(message)) throw new Error('The mail was asked for as a buffer.');
      await writeWhole(folder, `${encodeURIComponent(key)}.eml`, message);
      return { outcome: 'sent', via: 'folder' };
    },
  };
}

/** Under another name first: a rename within a folder happens at once. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  } catch {
    await rm(unfinished, { force: true }).catch(() => {}); // the disk that refused the mail may refuse this too
    // Without its cause: the message of a system error quotes the path.
    throw new EffectFailed('mail_folder_unwritable');
  }
}
