import { expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';

it('the command line goes before the environment, and what neither says has a default', () => {
  const env = { OFFICE: 'legal', PORT: '4000', DATA_DIR: '/data' };
  expect(readSettings(['--office=school', '--port=5000'], env)).toMatchObject({ office: 'school', port: 5000 });
  expect(readSettings([], env)).toMatchObject({ office: 'legal', port: 4000, dataDir: '/data' });
  expect(readSettings([], {})).toMatchObject({ office: 'medical', port: 3000, logLevel: 'warn' });
});

it('every kind of office has a data folder of its own', () => {
  expect(readSettings(['--office=legal'], {}).dataDir).toMatch(/[/\\]\.data[/\\]legal$/);
});

it('an empty DATABASE_URL means the built-in database', () => {
  expect(readSettings([], { DATABASE_URL: '' }).databaseUrl).toBeUndefined();
});
