import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');

test('CONTRIBUTING names only places that are there', () => {
  const paths = code.filter((text) => /^(?:(?:packages|apps|docs|test|scripts)\/[\w./-]+|\.[\w./-]+)$/.test(text));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('CONTRIBUTING names only rooms that visits or messages has', () => {
  const firstColumn = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, text]) => text ?? '');
  const rooms = firstColumn.filter((text) => !/^p?npm /.test(text));
  expect(rooms.length).toBeGreaterThan(10);
  const isThere = (room: string) =>
    ['visits', 'messages'].some((name) => existsSync(join(root, 'packages', name, room)));
  expect(rooms.filter((room) => !isThere(room))).toEqual([]);
});

test('CONTRIBUTING names only commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = [...new Set(code.flatMap((text) => /^(?:npm|pnpm) ([a-z-]+)/.exec(text)?.[1] ?? []))];
  expect(commands.length).toBeGreaterThan(8);
  const isThere = (command: string) => command in scripts || existsSync(join(root, 'node_modules/.bin', command));
  expect(commands.filter((command) => !isThere(command))).toEqual([]);
});
