// Packs every package as it would be published and reads the result with publint and with "are the types wrong" (ESM only).
// One process for all: each tool's own command line starts a compiler for every package.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = join(import.meta.dirname, '..');
const packed = await mkdtemp(join(tmpdir(), 'front-office-packed-'));
try {
  await promisify(execFile)('pnpm', ['--recursive', '--filter=./packages/*', 'pack', '--pack-destination', packed], {
    cwd: root,
  });
  const problems: string[] = [];
  const tarballs = await readdir(packed);
  for (const tarball of tarballs) {
    const bytes = new Uint8Array(await readFile(join(packed, tarball)));
    const found = [...(await publishingProblems(bytes)), ...(await typeProblems(bytes))];
    problems.push(...found.map((problem) => `${tarball}: ${problem}`));
  }
  if (tarballs.length === 0) problems.push('No package was packed.');
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await rm(packed, { recursive: true });
}

async function publishingProblems(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

async function typeProblems(bytes: Uint8Array): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(bytes));
  if (!result.types) return ['types: none are published'];
  return result.problems.filter(concernsModernResolution).map((problem) => `types: ${JSON.stringify(problem)}`);
}

/** The packages are ESM only, so what the old resolution and `require` make of them is no problem. */
function concernsModernResolution(problem: Problem): boolean {
  return !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind);
}
