import { join } from 'node:path';
import { testDatabase } from '@front-office/store-postgres/testing';
import { expect, it } from 'vitest';
import { countClaims, programsIn } from '../../../test/support/readme.ts';
import { urlOf } from '../../../test/support/server.ts';

const home = join(import.meta.dirname, '..');

it('the program in the README works on an empty database', async () => {
  const database = await testDatabase({ modules: [] });
  const { host = '', port = 0, user = '', database: name = '' } = database.connection;
  const [program = ''] = programsIn(home);
  const url = urlOf({ connection: { host, port, user, database: name } });
  expect(await countClaims(home, program.replace('postgres://…', url))).toBe(2);
  await database.drop();
});
