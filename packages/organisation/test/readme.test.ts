import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, example = ''] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];

test('the example runs as it stands, and every line with an arrow gives what it says', () => {
  const checked = example.replace(
    /^(.+); \/\/ → (.+)$/gm,
    (_line, expression, given) => `claim(${expression}, ${given});`,
  );
  const program = `
    import { deepStrictEqual } from 'node:assert';
    let claims = 0;
    const claim = (actual: unknown, given: unknown) => { deepStrictEqual(actual, given); claims += 1; };
    ${checked}
    console.log(claims);`;
  const claims = execFileSync(
    process.execPath,
    ['--conditions=@front-office/source', '--input-type=module-typescript', '--eval', program],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(Number(claims)).toBe(3);
});
