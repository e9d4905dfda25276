import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MemoryStore } from '../../packages/kernel/src/index.ts';
import { createOffice } from '../../packages/office/src/index.ts';
import { createSignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { instantOf } from '../../packages/values/src/index.ts';
import { medical } from '../../packages/verticals/src/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8');
const now = () => instantOf(Date.now());
const relyingParty = { id: 'localhost', name: 'Front Office', origins: [] };
const signIn = createSignIn({ directory: new MemoryDirectory(), now, sealKey: new Uint8Array(32), relyingParty });
const { routes, doors } = createOffice({ store: new MemoryStore(), vertical: medical, now, signIn });

it('every door that hands out a secret or takes one is among the ways in of the page, and no other is', () => {
  const [, section = ''] = /^## Ways in\n(.*?)^## /ms.exec(page) ?? [];
  const named = [...section.matchAll(/`(POST \/[\w/{}-]*)`/g)].map(([, name]) => name);
  const open = doors.filter(({ method, opensTo }) => method === 'POST' && opensTo !== 'session');
  const second = doors.filter(({ path }) => path === '/sign-in/second');
  expect(named.sort()).toEqual([...open, ...second].map(({ method, path }) => `${method} ${path}`).sort());
});

it('no address carries a secret or a name: what stands in it is an id, a date, a number, a choice, or a search for a host', () => {
  const inAddress = [...routes, ...doors].flatMap(({ method, path, input }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return method === 'GET' ? [...inPath, ...Object.keys('shape' in input ? input.shape : {})] : inPath;
  });
  expect([...new Set(inAddress)].sort()).toEqual([...allowed].sort());
});

const ids = ['absence', 'account', 'case', 'dayException', 'delivery', 'department', 'device', 'entry', 'message'];
const moreIds = [
  'office',
  'owners',
  'role',
  'room',
  'session',
  'site',
  'staffMember',
  'staffRights',
  'visit',
  'webhook',
];
/** `credential` is the public id of one's own passkey. */
const others = ['after', 'capability', 'credential', 'from', 'limit', 'month', 'search', 'show', 'state', 'until'];
const allowed = new Set([...ids, ...moreIds, ...others]);
