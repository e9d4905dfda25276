import { expect, test } from 'vitest';

import { fromOutput, fromSystemError, PostgresUnavailable, type Unavailability } from '../src/unavailable.ts';
import { sentencesFor } from '../src/words.ts';

const folder = '/srv/front-office';
const reasons: Unavailability[] = [
  { code: 'folder_in_use', folder, pid: 4711, host: 'desk', since: '2026-03-02T08:15:00Z', lockFile: 'owner.1.json' },
  { code: 'no_permission', folder },
  { code: 'read_only', folder },
  { code: 'disk_full', folder },
  { code: 'unknown_platform', platform: 'win32-x64', reason: 'not_offered' },
  { code: 'unknown_platform', platform: 'linux-x64', reason: 'not_installed' },
  { code: 'unknown_platform', platform: 'linux-arm64', reason: 'does_not_run' },
  { code: 'other_major_version', folder, found: '15', ours: '18' },
  { code: 'root_without_namespaces', folder },
  { code: 'start_failed', logFile: `${folder}/postgres.log`, lastLine: 'FATAL: no' },
];

test.each(reasons)('$code says what happened, that nothing was lost, and what to do now', (reason) => {
  const { sentences, message } = new PostgresUnavailable(reason);
  expect(message).toBe(sentences.en);
  expect(sentences.de).toMatch(/(nichts|nicht) verloren gegangen\..* (Bitte|bitte) /);
  expect(sentences.en).toMatch(/Nothing (stored )?was lost\./);
  for (const figure of Object.values(reason)) {
    if (figure === reason.code || ('reason' in reason && figure === reason.reason)) continue;
    expect(sentences.de).toContain(String(figure));
    expect(sentences.en).toContain(String(figure));
  }
});

test('a folder that has gone is not said to be safe', () => {
  const { de, en } = new PostgresUnavailable({ code: 'folder_missing', folder }).sentences;
  expect(de).toMatch(/nicht mehr da.*verschwunden.*Bitte.*npm run restore/);
  expect(en).toMatch(/not there any more.*gone.*npm run restore/);
});

test('a running server promises to come back by itself, and asks nobody to start it', () => {
  const { de, en } = sentencesFor({ code: 'disk_full', folder }, 'running');
  expect(de).toMatch(/^Die eingebaute Datenbank ist ausgefallen\. .*200 MB\)\. Sie wird .* von selbst neu gestartet/);
  expect(en).toMatch(/^The built-in database has ended\. .*200 MB at least\)\. It is started again/);
});

test('another major version is told the way over', () => {
  const { de, en } = new PostgresUnavailable({ code: 'other_major_version', folder, found: '15', ours: '18' })
    .sentences;
  for (const sentence of [de, en]) expect(sentence).toMatch(/npm run backup.*npm run restore/);
});

test.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device', 'disk_full'],
  ['FATAL:  could not open file "postmaster.pid": Read-only file system', 'read_only'],
  ['initdb: error: could not access directory "/srv/front-office": Permission denied', 'no_permission'],
  ['FATAL:  data directory "/srv/front-office/cluster" has wrong ownership', 'no_permission'],
  ['LOG:  starting\nFATAL:  invalid value for parameter "work_mem": "much"\nLOG:  shut down', 'start_failed'],
  ['', 'start_failed'],
])('what PostgreSQL wrote is understood: %s', (output, code) => {
  expect(fromOutput(output, folder, 'postgres.log').code).toBe(code);
});

test('of many lines the one that names the cause is shown', () => {
  const { sentences } = fromOutput('LOG:  one\nFATAL:  the cause\nHINT:  two\nLOG:  three\n', folder, 'postgres.log');
  expect(sentences.en).toContain('"FATAL:  the cause"');
});

test.each([
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EACCES', 'no_permission'],
  ['EROFS', 'read_only'],
])('the file system’s %s becomes %s', (system, code) => {
  expect(fromSystemError(Object.assign(new Error('no'), { code: system }), folder)).toMatchObject({ code });
});

test('an error that is none of ours stays what it was', () => {
  const bug = new TypeError('a bug');
  expect(fromSystemError(bug, folder)).toBe(bug);
});
