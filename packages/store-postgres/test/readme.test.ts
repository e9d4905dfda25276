import { readFileSync } from 'node:fs';
import * as kernel from '@front-office/kernel';
import * as embedded from '@front-office/postgres-embedded/testing';
import * as store from '@front-office/store-postgres';
import { openWalls, testDatabase } from '@front-office/store-postgres/testing';
import * as setup from '@front-office/store-postgres/testing-setup';
import * as values from '@front-office/values';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
const packages: Readonly<Record<string, unknown>> = {
  '@front-office/kernel': kernel,
  '@front-office/postgres-embedded/testing': embedded,
  '@front-office/store-postgres': store,
  '@front-office/store-postgres/testing-setup': setup,
  '@front-office/values': values,
};

/** Runs a block with what it imports, and compares each line that ends in `// →` with what it gives. */
async function run(code: string, connectionString = ''): Promise<number> {
  const body = code
    .replaceAll(/^import (\{[^}]*\}) from ('[^']*');$/gm, 'const $1 = packages[$2];')
    .replaceAll(/^(.+); \/\/ → (.+)$/gm, 'claim($1, $2);')
    .replace('export default ', '')
    .replace('postgres://…', connectionString);
  let claims = 0;
  const claim = (actual: unknown, given: unknown) => {
    claims++;
    expect(actual).toEqual(given);
  };
  const program = new Function('packages', 'claim', `return (async () => { ${body} })()`);
  await program(packages, claim);
  return claims;
}

test('the first program works on an empty database', async () => {
  const database = await testDatabase({ modules: [] });
  const { host = '', user = '', database: name } = database.connection;
  expect(await run(blocks('ts')[0] ?? '', `postgres://${user}@/${name}?host=${encodeURIComponent(host)}`)).toBe(2);
  await database.drop();
});

test('the setup of a test run is one line', async () => {
  expect(await run(blocks('ts')[1] ?? '')).toBe(0);
});

test('a table as the example makes it has its walls', async () => {
  const database = await testDatabase();
  await database.pool.query(`create schema visits; ${blocks('sql')[0]}`);
  expect(await openWalls(database.pool)).toEqual([]);
  await database.drop();
});
