import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf, publicKeyFromPem, verifyExport } from '@front-office/sealed-log';
import { expect, it } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';
import { openOffice, run } from './backup-programs.ts';

it('the log of an open office is exported, and a stranger proves it with the public key alone', {
  timeout: 60_000,
}, async () => {
  const folder = await dataFolder();
  const office = await openOffice({ DATA_DIR: folder.path });
  try {
    await office.receive('Beispiel-Canary');
    const key = publicKeyFromPem(await readFile(join(folder.path, 'keys', 'log-public-key.pem'), 'utf8'));
    const verdictOn = (text: string) => verifyExport(linesOf(chunks(text)), { publicKey: key });
    let turn = 0;
    const exported = async () => {
      const to = join(folder.path, `log-${turn++}.jsonl`);
      const { how, output } = await run('export-log', { DATA_DIR: folder.path }, `--to=${to}`);
      expect({ how, output }).toMatchObject({ how: 0, output: expect.stringContaining('front-office-verify-log') });
      return readFile(to, 'utf8');
    };
    // Rows are sealed every other second.
    await expect.poll(exported, { timeout: 20_000, interval: 500 }).toContain('Beispiel-Canary');

    const text = await exported();
    const verdict = await verdictOn(text);
    expect(verdict).toMatchObject({ ok: true, unsealed: 0, erased: 0 });
    expect(verdict.rows).toBeGreaterThan(20);
    const forged = await verdictOn(text.replace('Beispiel-Canary', 'Beispiel-Kanarie'));
    expect(forged.problems.map(({ code }) => code)).toEqual(['content_changed']);

    await writeFile(join(folder.path, 'mine.jsonl'), 'mine');
    const taken = await run('export-log', { DATA_DIR: folder.path }, `--to=${join(folder.path, 'mine.jsonl')}`);
    expect(taken.how).toBe(1);
    expect(await readFile(join(folder.path, 'mine.jsonl'), 'utf8')).toBe('mine');
  } finally {
    await office.close();
    await folder.remove();
  }
});

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
