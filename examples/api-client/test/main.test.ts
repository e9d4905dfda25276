import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apiKeyAt } from '../../../test/support/api-key.ts';
import { runExample } from '../../../test/support/example.ts';
import { dataFolder, startServer } from '../../../test/support/server.ts';

it('a program talks to the reference API by the typed client', { timeout: 60_000 }, async () => {
  const folder = await dataFolder();
  const server = await startServer({ DATA_DIR: folder.path });
  try {
    const scopes = ['hosts.search', 'visits.preregister', 'visits.read', 'visits.receive'];
    const env = { API_URL: `${server.url}/api/v1`, API_KEY: await apiKeyAt(server.url, ...scopes) };
    const lines = await runExample(join(import.meta.dirname, '../src/main.ts'), env);
    expect(lines).toEqual([
      'this program may: checkIn, changeHost',
      'the visit is left',
      'again: not_now. This is not possible any more, because the entry has moved on. Nothing was lost. Please look at it again and choose from what is offered now.',
      'not in its scopes: not_permitted',
    ]);
  } finally {
    await server.end('SIGTERM');
    await folder.remove();
  }
});
