import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateKeyToPem, publicKeyOf, publicKeyToPem } from '../src/checkpoint/keys.ts';
import { verifyFile } from '../src/command-line.ts';
import { rowLine } from '../src/export/write-export.ts';
import type { LogRow } from '../src/row/log-row.ts';
import { key, linesOfLog, OFFICE, publicKey, sampleLog, sealed, signingKey, withLeaf } from './sample-log.ts';

const log = sampleLog(6, [5, 20]);
let folder = '';
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const verify = (content: string | Uint8Array, ...more: string[]) =>
  verifyFile([file('export.jsonl', content), '--key', join(folder, 'public.pem'), ...more]);
const whole = `${log.lines.join('\n')}\n`;
const place = 3;
const disturbed = log.lines.with(place, (log.lines[place] ?? '').replace('"staff"', '"stafF"')).join('\n');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'front-office-sealed-log-'));
  file('public.pem', publicKeyToPem(publicKey));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the auditor's program", () => {
  it('ends with 0 and says how much is proven, when nothing was changed', async () => {
    const { exit, text } = await verify(whole);
    expect(exit).toBe(0);
    expect(text).toMatch(
      /Proven by signatures: 20 rows.*\nNot sealed yet, so not proven: 6 rows\.\nNothing was changed\.$/,
    );
  });

  it('ends with 1 and names row and line, in English or German', async () => {
    expect(await verify(disturbed)).toMatchObject({
      exit: 1,
      text: expect.stringContaining('Problems: 1.\n- Line 4, row 2: The content of this row was changed'),
    });
    expect((await verify(disturbed, '--de')).text).toContain(
      '- Zeile 4, Eintrag 2: Der Inhalt dieses Eintrags wurde nach der Signatur geändert.',
    );
  });

  it('tells the first fifty problems of many, and how many more there are', async () => {
    const { exit, text } = await verify([...log.lines, ...Array.from({ length: 60 }, () => 'garbage')].join('\n'));
    expect(exit).toBe(1);
    expect(text.split('\n- ')).toHaveLength(51);
    expect(text).toMatch(/… and 10 more\.$/);
  });

  it('sees by a checkpoint that was kept that the end is gone, and without one that nothing is wrong', async () => {
    const rows = log.rows.filter((row) => row.case === 'visit-001' || row.case === 'visit-002'); // nobody erased these
    const checkpoints = sealed(rows, [3, 6]);
    const shortened = linesOfLog(rows, checkpoints).slice(0, 5).join('\n');
    expect((await verify(shortened)).exit).toBe(0);
    const kept = file('kept.txt', checkpoints[1]?.note ?? '');
    const { exit, text } = await verify(shortened, '--checkpoint', kept);
    expect(exit).toBe(1);
    expect(text).toContain('Kept checkpoint 1, rows 3 to 5, checkpoint over 6 rows: The end of the log is missing');
  });

  it('takes several keys: two servers on one database have each their own, and a lost key is followed by another', async () => {
    const rows = log.rows.filter((row) => row.case === 'visit-001' || row.case === 'visit-002'); // nobody erased these
    const second = signingKey('the second server');
    const checkpoints = [...sealed(rows, [3]), ...sealed(rows, [3, 6], OFFICE, second).slice(1)];
    const lines = linesOfLog(rows, checkpoints);
    const secondPem = file('second.pem', publicKeyToPem(publicKeyOf(second)));
    expect((await verify(lines.join('\n'))).text).toContain('This checkpoint is not signed with a key that you gave.');
    const { exit, text } = await verify(lines.join('\n'), '--key', secondPem);
    expect(text).toContain('Proven by signatures: 6 rows');
    expect(exit).toBe(0);
    const rewritten = lines.with(-2, (lines.at(-2) ?? '').replace('"staff"', '"stafF"')).join('\n');
    expect((await verify(rewritten, '--key', secondPem)).exit).toBe(1);
    const kept = file('kept.txt', checkpoints[1]?.note ?? '');
    expect((await verify(lines.join('\n'), '--key', secondPem, '--checkpoint', kept)).exit).toBe(0);
  });

  it('ends with 2 for what cannot be used: no file, no key, a private key, another kind of file', async () => {
    const publicPem = join(folder, 'public.pem');
    expect((await verifyFile([])).text).toMatch(/^Usage: /);
    expect((await verifyFile(['--de'])).text).toMatch(/^Aufruf: /);
    expect((await verifyFile(['--wrong'])).exit).toBe(2);
    expect((await verifyFile([join(folder, 'nowhere'), '--key', publicPem])).exit).toBe(2);
    expect((await verifyFile([publicPem, '--key', publicPem])).exit).toBe(2);
    expect((await verifyFile([publicPem, '--key', file('private.pem', privateKeyToPem(key))])).text).toContain(
      'private key',
    );
    expect((await verify('')).exit).toBe(2);
  });

  it('is a program: it prints the report and ends with its code', () => {
    const program = join(import.meta.dirname, '../src/main.ts');
    const args = [program, file('export.jsonl', disturbed), '--key', join(folder, 'public.pem')];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('Problems: 1.\n- Line 4, row 2:');
  });

  it('never fails on garbage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(whole.length), fc.nat(50), async (bytes, at, cut) => {
        const text = Buffer.from(whole);
        const content = Buffer.concat([text.subarray(0, at), bytes, text.subarray(at + cut)]);
        expect([0, 1, 2]).toContain((await verify(content)).exit);
        expect((await verify(bytes)).exit).toBe(2);
      }),
      { numRuns: 50 },
    );
  });

  it('never fails on JSON of any kind where a row, a field or a line should be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('input', 'facts', 'personal', 'by', 'tags', 'salt', 'leaf', 'known'),
        async (value, field) => {
          const { index, row } = JSON.parse(log.lines[place] ?? ''); // written by `rowLine`
          const lines = [
            JSON.stringify(value),
            JSON.stringify({ index, row: value }),
            JSON.stringify({ index, row: { ...row, [field]: value } }),
          ];
          for (const line of lines) expect((await verify(log.lines.with(place, line).join('\n'))).exit).toBeLessThan(2);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('reads what people type as it is: a line separator of Unicode ends no line', async () => {
    expect(whole).toContain('\u2028');
    expect((await verify(whole)).exit).toBe(0);
  });

  it('cannot see who rewrites an unsealed row with its leaf, which is why logs are sealed often', async () => {
    const last = log.rows.length - 1;
    const rewritten = rowLine(last, withLeaf({ ...(log.rows[last] ?? log.rows[0]), state: 'neverCame' } as LogRow)); // 26 rows
    expect((await verify(log.lines.with(-1, rewritten).join('\n'))).exit).toBe(0);
  });
});
