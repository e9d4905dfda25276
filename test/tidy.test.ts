import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** What git tracks or would track: nothing that is ignored, nothing deleted. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)) && !file.startsWith('test/planted/'));
const isText = (file: string) => !/\.(png|jpg|ico|woff2?|pdf|gz|br)$/.test(file) && file !== 'pnpm-lock.yaml';
const isSource = (file: string) => /^(packages|apps|examples)\/.*\.(ts|tsx)$/.test(file);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const isMachine = (file: string) => /^packages\/.*\/machine\.ts$/.test(file);
const isThisFile = (file: string) => file === 'test/tidy.test.ts';

test('a file stays short enough to be read at once: 250 lines at most', () => {
  const code = files.filter((file) => /\.(ts|tsx|mjs|cjs|sql)$/.test(file));
  expect(code.filter((file) => linesOf(file).length > 251)).toEqual([]); // the last line ends with a newline
});

test('a name says what is inside, so nothing is named utils, helpers, common or manager', () => {
  expect(files.filter((file) => /(^|[/._-])(utils?|helpers?|common|managers?)([/._-]|$)/i.test(file))).toEqual([]);
});

test('a machine is pure and plain: no actors, numeric delays, history states, clock, chance or timers of its own', () => {
  const forbidden =
    /\binvoke\s*:|\bspawn(Child)?\b|\bafter\s*:\s*\{\s*\d|^\s*\d[\d_]*\s*:|type:\s*'history'|\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\bset(Timeout|Interval)\b/;
  expect(linesMatching(forbidden, isMachine)).toEqual([]);
});

test('offices differ by data: no code asks which vertical it runs in', () => {
  expect(linesMatching(/\bvertical\s*[!=]==?|[!=]==?\s*vertical\b/, isSource)).toEqual([]);
});

test('every test runs: none is singled out, skipped or left for later', () => {
  expect(linesMatching(/\b(test|it|describe)\.(only|skip|todo|skipIf|fails)\b/, isTest)).toEqual([]);
});

test('the texts speak of the product: no path of one machine, no address of a package registry', () => {
  const forbidden = /(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\/|registry\.npmjs|npmmirror|localhost:4873/;
  expect(linesMatching(forbidden, (file) => isText(file) && !isThisFile(file))).toEqual([]);
});

test('every package explains itself in a README, with its state diagram where it has a machine', () => {
  const readmeOf = (folder: string) => (existsSync(join(root, folder, 'README.md')) ? read(`${folder}/README.md`) : '');
  const folders = packageFolders();
  expect(folders.filter((folder) => readmeOf(folder) === '')).toEqual([]);
  const withMachine = folders.filter((folder) =>
    files.some((file) => file.startsWith(`${folder}/src/`) && isMachine(file)),
  );
  const isDomain = (folder: string) =>
    existsSync(join(root, folder, 'migrations')) || existsSync(join(root, folder, 'src/workflow.ts'));
  expect(withMachine.filter(isDomain).filter((folder) => !readmeOf(folder).includes('stateDiagram-v2'))).toEqual([]);
});

test('the changelog knows every package that is published: by a changeset, or by what was released', () => {
  const changesets = files.filter((file) => /^\.changeset\/.*\.md$/.test(file)).map(read);
  const isMentioned = (folder: string) => {
    const { name } = JSON.parse(read(`${folder}/package.json`));
    return (
      existsSync(join(root, folder, 'CHANGELOG.md')) ||
      changesets.some((text) => new RegExp(`^['"]?${name}['"]?:`, 'm').test(text))
    );
  };
  expect(packageFolders().filter((folder) => !isMentioned(folder))).toEqual([]);
});

test('migrations are numbered from 0001 without a gap', () => {
  const migrations = Map.groupBy(
    files.filter((file) => /^packages\/[^/]+\/migrations\/[^/]+$/.test(file)),
    (file) => file.slice(0, file.lastIndexOf('/')),
  );
  for (const [folder, names] of migrations) {
    const expected = names.map((_, index) => `${folder}/${String(index + 1).padStart(4, '0')}_`);
    expect(
      names.sort().map((name, index) => name.slice(0, expected[index]?.length)),
      folder,
    ).toEqual(expected);
  }
});

const packageFolders = () =>
  files
    .filter((file) => /^packages\/[^/]+\/package\.json$/.test(file))
    .map((file) => file.slice(0, -'/package.json'.length));

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const linesOf = (file: string) => read(file).split('\n');

/** `path:line: text` for every line that matches, outside of comments. */
function linesMatching(pattern: RegExp, where: (file: string) => boolean): string[] {
  return files
    .filter(where)
    .flatMap((file) => linesOf(file).map((text, index) => ({ text, place: `${file}:${index + 1}` })))
    .filter(({ text }) => pattern.test(text.replace(/^\s*(\/\/|\*).*/, '')))
    .map(({ text, place }) => `${place}: ${text.trim()}`);
}
