import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderTransport } from '../src/index.ts';
import { failure, key, mail, sent } from './support/mail.ts';
import { decodedWords, header, textOf } from './support/source.ts';

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'front-office-mail-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

it('a mail lies in the folder as a file that any mail program opens, and only its owner may read', async () => {
  const folder = join(await emptyFolder(), 'outbox');
  expect(await sent(folderTransport(folder))).toEqual({ outcome: 'sent', via: 'folder' });
  expect(await readdir(folder)).toEqual([`${key}.eml`]);
  const source = await readFile(join(folder, `${key}.eml`), 'utf8');
  expect(header(source, 'Message-ID')).toBe(mail.id);
  expect(decodedWords(header(source, 'To'))).toBe('Jörg Probeßmann <joerg@praxis.example.com>');
  expect(textOf(source)).toBe(mail.text);
  expect((await stat(join(folder, `${key}.eml`))).mode & 0o077).toBe(0);
});

it('a repetition replaces it, and leaves nothing unfinished behind', async () => {
  const folder = await emptyFolder();
  await sent(folderTransport(folder));
  await sent(folderTransport(folder), { ...mail, subject: 'Noch einmal' });
  expect(await readdir(folder)).toEqual([`${key}.eml`]);
  expect(header(await readFile(join(folder, `${key}.eml`), 'utf8'), 'Subject')).toBe('Noch einmal');
});

it('a key never leads out of the folder', async () => {
  const folder = await emptyFolder();
  await folderTransport(join(folder, 'outbox')).send(mail, { key: '../../away', signal: new AbortController().signal });
  expect(await readdir(folder)).toEqual(['outbox']);
  expect(await readdir(join(folder, 'outbox'))).toEqual(['..%2F..%2Faway.eml']);
});

it('a folder that cannot be written is tried again later', async () => {
  const file = join(await emptyFolder(), 'a-file');
  await writeFile(file, '');
  expect(await failure(sent(folderTransport(file)))).toEqual({ code: 'mail_folder_unwritable', permanent: false });
});
