import { signIns } from '../../apps/api/src/who-asks.ts';
import { openApiDocument } from '../../packages/http-express/src/index.ts';
import { MemoryStore } from '../../packages/kernel/src/index.ts';
import { createOffice } from '../../packages/office/src/index.ts';
import { createSignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { instantOf } from '../../packages/values/src/index.ts';
import { medical } from '../../packages/verticals/src/index.ts';
import type { OpenApi } from './document.ts';

/** The document of today's routes and doors, as the server gives it out, with everything in an order of its own. */
export function todaysDocument(): OpenApi {
  const now = () => instantOf(0);
  const relyingParty = { id: 'localhost', name: 'Front Office', origins: [] };
  const signIn = createSignIn({ directory: new MemoryDirectory(), now, sealKey: new Uint8Array(32), relyingParty });
  const { routes, doors } = createOffice({ store: new MemoryStore(), vertical: medical, signIn }); // the kind of office has no say in its routes
  const every = [...routes, ...doors];
  const document = openApiDocument({
    routes: every,
    basePath: '/api/v1',
    title: 'Front Office',
    version: '1',
    signIns,
  });
  return inOrder(JSON.parse(JSON.stringify(document))) as OpenApi; // made by openApiDocument
}

/** Fields by name, and lists that are sets by value, so that the order in which routes were written changes nothing. */
export function inOrder(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => inOrder(item));
    return setLike.has(name) ? items.sort(byText) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([field, inside]) => [field, inOrder(inside, field)]));
}

const setLike = new Set(['required', 'enum', 'parameters', 'tags', 'type']);

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
