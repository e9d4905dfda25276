import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { publicKeyFromPem } from './checkpoint/keys.ts';
import { linesOf } from './export/lines.ts';
import { reportOf, wordsOf } from './report.ts';
import { type Verdict, verifyExport } from './verify/verify-export.ts';

/** `0`: nothing was changed. `1`: something was. `2`: it cannot be verified. */
export type ExitCode = 0 | 1 | 2;

/** The auditor's program: verifies a file and answers what to print. Never throws: what cannot be used is exit code 2. */
export async function verifyFile(args: readonly string[]): Promise<{ readonly exit: ExitCode; readonly text: string }> {
  const words = wordsOf[args.includes('--de') ? 'de' : 'en'];
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        checkpoint: { type: 'string', multiple: true, default: [] },
        de: { type: 'boolean' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0 || values.key.length === 0) return { exit: 2, text: words.usage };
    const publicKey = await Promise.all(values.key.map(async (key) => publicKeyFromPem(await readFile(key, 'utf8'))));
    const keptCheckpoints = await Promise.all(values.checkpoint.map((kept) => readFile(kept, 'utf8')));
    const verdict = await verifyExport(linesOf(createReadStream(file)), { publicKey, keptCheckpoints });
    if (isNoExport(verdict)) return { exit: 2, text: `${words.unusable} ${words.problems.header_wrong}` };
    return { exit: verdict.ok ? 0 : 1, text: reportOf(verdict, values.de ? 'de' : 'en') };
  } catch (problem) {
    return { exit: 2, text: `${words.unusable} ${problem instanceof Error ? problem.message : String(problem)}` };
  }
}

/** Neither a header nor a single row: some other file. */
const isNoExport = ({ rows, office, problems }: Verdict) =>
  rows === 0 && office === undefined && problems.some(({ code }) => code === 'header_wrong');
