import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runExample } from '../../../test/support/example.ts';
import { dataFolder, startServer } from '../../../test/support/server.ts';

it('a program talks to the reference API by the typed client', { timeout: 60_000 }, async () => {
  const folder = await dataFolder();
  const server = await startServer({ DATA_DIR: folder.path });
  try {
    const lines = await runExample(join(import.meta.dirname, '../src/main.ts'), { API_URL: `${server.url}/api/v1` });
    expect(lines).toEqual([
      'the desk may: receive, leave, turnAway',
      'the visit is left',
      'again: not_now. This is not possible any more, because the entry has moved on. Nothing was lost. Please look at it again and choose from what is offered now.',
    ]);
  } finally {
    await server.end('SIGTERM');
    await folder.remove();
  }
});
