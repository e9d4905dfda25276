import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@front-office/store-postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupRefused } from '../src/index.ts';
import { database, deskOn, folder, restore, save } from './support/key-desk.ts';
import { loanModules } from './support/loans.ts';

describe('a backup that is not as it was written', () => {
  let source: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    source = await testDatabase({ modules: loanModules });
    for (let times = 0; times < 5; times++) await deskOn(source.pool).lend();
  });
  afterAll(() => source.drop());

  const written = async () => (await save(source.pool, await folder())).folder;
  async function refusalOf(backup: string, options: Parameters<typeof restore>[2] = {}) {
    const target = await database([]);
    const error = await restore(target.pool, backup, options).catch((refused: unknown) => refused);
    const { rows } = await target.pool.query("select from pg_tables where schemaname in ('kernel', 'loans')");
    expect(rows).toEqual([]);
    if (!(error instanceof BackupRefused)) throw error;
    return error;
  }

  it.each([5, 20, 60, -9, -3])('is refused when a byte is flipped (at %i), and the file is named', async (at) => {
    const backup = await written();
    const file = join(backup, 'kernel.log.copy.gz');
    const bytes = await readFile(file);
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 0x10;
    await writeFile(file, bytes);
    expect(await refusalOf(backup)).toMatchObject({ code: 'file_damaged', figures: { file } });
  });

  it('is refused when a file is cut short, or not there', async () => {
    const backup = await written();
    const file = join(backup, 'loans.loan.copy.gz');
    await writeFile(file, (await readFile(file)).subarray(0, -20));
    expect(await refusalOf(backup)).toMatchObject({ code: 'file_damaged', figures: { file } });
    await rm(file);
    const refusal = await refusalOf(backup);
    expect(refusal).toMatchObject({ code: 'file_missing', figures: { file } });
    expect(refusal.sentences.de).toContain(file);
    expect(refusal.sentences.en).toContain('Nothing was changed');
  });

  it('is refused when two files are exchanged', async () => {
    const backup = await written();
    await cp(join(backup, 'kernel.cases.copy.gz'), join(backup, 'kernel.log.copy.gz'));
    expect((await refusalOf(backup)).code).toBe('file_damaged');
  });

  it('is refused when its manifest was changed, torn or removed', async () => {
    const backup = await written();
    const file = join(backup, 'manifest.json');
    const text = await readFile(file, 'utf8');
    for (const damaged of [text.replace('"rows": 5', '"rows": 6'), text.slice(0, -40), '']) {
      expect(damaged).not.toBe(text);
      await writeFile(file, damaged);
      expect(await refusalOf(backup)).toMatchObject({ code: 'manifest_damaged', figures: { file } });
    }
    await rm(file);
    expect((await refusalOf(backup)).code).toBe('manifest_damaged');
  });

  it('is refused when a newer program made it', async () => {
    const backup = await written();
    const own = await refusalOf(backup, { modules: loanModules.slice(0, 1) });
    expect(own).toMatchObject({ code: 'backup_newer', figures: { product: '1.0.0', migration: 'loans 0001_loans' } });
    const file = join(backup, 'manifest.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"format": 1', '"format": 2'));
    expect(await refusalOf(backup)).toMatchObject({ code: 'backup_newer', figures: { product: '1.0.0' } });
  });
});
