import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The TypeScript programs in a package's README, in order. Throws when there is none: nothing would be tested. */
export function programsIn(home: string): string[] {
  const programs = blocksOf(home, 'ts');
  if (programs.length === 0) throw new Error(`${home}/README.md has no program.`);
  return programs;
}

/** The Mermaid diagrams in a package's README, in order. */
export const diagramsIn = (home: string): string[] => blocksOf(home, 'mermaid').map((block) => block.trimEnd());

/** Runs a program as if it stood in the package, on the packages' sources, and answers what it prints. */
export async function runProgram(home: string, code: string): Promise<string> {
  const options = ['--conditions=@front-office/source', '--input-type=module-typescript', '--eval', code];
  const { stdout } = await run(process.execPath, options, { cwd: home });
  return stdout.trimEnd();
}

/** What a program says that it prints: its comments `// → …`, in order. Throws when it says nothing: nothing would be tested. */
export function promisedBy(code: string): string {
  const promises = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text);
  if (promises.length === 0) throw new Error('The program promises nothing: add `// → …` where it prints.');
  return promises.join('\n');
}

/**
 * Runs a program whose lines `expression; // → value` claim something, and answers how many claims held. Throws with the
 * first that does not.
 */
export async function countClaims(home: string, code: string): Promise<number> {
  const checked = code.replace(/^(.+); \/\/ → (.+)$/gm, 'claim($1, $2);');
  const program = `
    import { deepStrictEqual } from 'node:assert';
    let claims = 0;
    const claim = (actual: unknown, given: unknown) => { deepStrictEqual(actual, given); claims += 1; };
    ${checked}
    console.log(claims);`;
  return Number(await runProgram(home, program));
}

function blocksOf(home: string, language: string): string[] {
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code ?? '');
}
