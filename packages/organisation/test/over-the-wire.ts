import { type Actor, checkInput, type Route } from '@front-office/kernel';
import type { Scene } from '@front-office/kernel/testing';
import { organisationModule } from '../src/index.ts';
import { lead } from './office-in-a-scene.ts';

/** The route as it is written: `GET /office`. */
export const routeAt = (written: string): Route => {
  const route = organisationModule.routes.find(({ method, path }) => `${method} ${path}` === written);
  if (!route) throw new Error(`There is no ${written}`);
  return route;
};

let requests = 0;

/** Answers a route as a server would: input and output go through its schemas. Whether the actor may ask is the server's. */
export async function asks(at: Scene, written: string, sent: unknown = {}, actor: Actor = lead) {
  const route = routeAt(written);
  const { kernel, office } = at;
  const query = () => Promise.reject(new Error('The memory store has no SQL.'));
  const checked = checkInput(route.input, sent);
  if (checked.refused) return checked;
  const asked = { kernel, office, actor, query, request: `request-${requests++}` };
  // `run` takes what its own schema parsed, which the list of all routes cannot say.
  const answer = await route.run(asked, checked.input as never);
  return isRefused(answer) ? answer : route.output.parse(answer);
}

const isRefused = (answer: unknown) => (answer as { readonly refused?: unknown }).refused !== undefined;
