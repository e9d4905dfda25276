import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countClaims, programsIn } from '../../../test/support/readme.ts';
import { urlOf } from '../../../test/support/server.ts';
import { database } from './support/key-desk.ts';

const home = join(import.meta.dirname, '..');

it('the README shows a backup and its restore', async () => {
  const [program = ''] = programsIn(home);
  const url = async () => {
    const { connection } = await database([]);
    const { host = '', port = 0, user = '', database: name = '' } = connection;
    return urlOf({ connection: { host, port, user, database: name } });
  };
  const onServer = program.replace('postgres://office…', await url()).replace('postgres://empty…', await url());
  expect(await countClaims(home, onServer)).toBe(3);
});
