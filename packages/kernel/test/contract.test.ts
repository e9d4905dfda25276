import { newId } from '@front-office/values';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type Asked, commandRoute, type Route, startRoute, viewRoute } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { parcels, shelves } from './parcel.ts';

const clerk = actor('clerk', 'parcels.accept', 'parcels.keep', 'parcels.plan');
const accept = startRoute(parcels, 'accept', {
  path: '/parcels',
  summary: 'Take a parcel in',
  refusals: ['shelf_full', 'shelf_unknown'],
});
const handOver = commandRoute(parcels, 'handOver', {
  path: '/parcels/{parcel}/hand-over',
  summary: 'Hand it over',
  refusals: [],
});
const view = viewRoute(parcels, { path: '/parcels/{parcel}', summary: 'One parcel', context: z.looseObject({}) });

async function desk() {
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [parcels, shelves] });
  const shelf = await at.begins(clerk, shelves, 'create', { name: 'A', full: false });
  const ask = (route: Route, input: unknown) => {
    const query = () => Promise.reject(new Error('no SQL'));
    const asked: Asked = { kernel: at.kernel, office: at.office, actor: clerk, request: newId(), query };
    return route.run(asked, route.input.parse(input) as never); // as the HTTP adapter does
  };
  return { shelf, ask };
}

it('the routes of a workflow make a case, act on the one that the path names, and show it', async () => {
  const { shelf, ask } = await desk();
  const begun = accept.output.parse(await ask(accept, { addressee: 'Anna', shelf }));
  const { input } = handOver as Route;
  expect(Object.keys(input.shape)).toEqual(['parcel', 'to']);
  expect(await ask(handOver, { parcel: begun.case.toUpperCase(), to: 'Ben' })).toMatchObject({ state: 'handedOver' });
  const shown = view.output.parse(await ask(view, { parcel: begun.case }));
  expect(shown).toMatchObject({
    case: begun.case,
    state: 'handedOver',
    log: [{ version: 1 }, { input: { to: 'Ben' } }],
  });
});

it('a path names one case: what else it named would be no field of the command', () => {
  const path = '/rooms/{room}/parcels/{parcel}/hand-over' as const;
  expect(() => commandRoute(parcels, 'handOver', { path, summary: '', refusals: [] })).toThrow('and nothing else');
});

it('a route asks for what its command asks for', () => {
  expect([accept.needs, handOver.needs, view.needs]).toEqual(['parcels.accept', 'parcels.keep', 'parcels.keep']);
  for (const parcel of ['', 'x', "' or true --"]) expect(view.input.safeParse({ parcel }).success).toBe(false);
});
