// The reference API from another program: `npm start` runs it, this talks to it with the key of a service account, which
// the desk issues under "Programs".
import { createClient } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';

const baseUrl = process.env.API_URL ?? 'http://localhost:3000/api/v1';
const headers = { Authorization: `Bearer ${process.env.API_KEY}` };
const api = createClient<OfficeRoutes>({ baseUrl, headers, language: () => 'en' });

// Paths, inputs and outputs are known to the compiler; so is every code of a problem.
const found = await api.call('GET /hosts', { search: 'bei' });
const host = found.data?.hosts[0];
if (!host) throw new Error(found.problem?.detail ?? 'nobody is called Bei… here');

const expectedAt = new Date(Date.now() + 5 * 60_000).toISOString();
const visitor = { visitor: { given: 'Anna', family: 'Musterfrau' }, host: host.id, expectedAt };
const request = crypto.randomUUID(); // kept, so that a retry after a lost answer is the same wish
const announced = await api.call('POST /visits/expected', visitor, { request });
if (announced.problem) throw new Error(`${announced.problem.code}: ${announced.problem.detail}`);

const visit = announced.data.case;
const view = await api.call('GET /visits/{visit}', { visit });
const offered = view.data?.actions.filter(({ allowed }) => allowed).map(({ command }) => command);
console.log(`this program may: ${offered?.join(', ')}`);

await api.call('POST /visits/{visit}/check-in', { visit });
await api.call('POST /visits/{visit}/receive', { visit });
const left = await api.call('POST /visits/{visit}/leave', { visit });
console.log(`the visit is ${left.data?.state}`);

const tooLate = await api.call('POST /visits/{visit}/receive', { visit });
console.log(`again: ${tooLate.problem?.code}. ${tooLate.problem?.detail}`);

const notItsOwn = await api.call('POST /visits/{visit}/turn-away', { visit, reason: 'Wrong day' });
console.log(`not in its scopes: ${notItsOwn.problem?.code}`);
