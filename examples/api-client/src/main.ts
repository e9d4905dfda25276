// The reference API from another program: `npm start` runs it, this talks to it.
import { createClient } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';

const baseUrl = process.env.API_URL ?? 'http://localhost:3000/api/v1';
const asScreen = (surface: 'kiosk' | 'desk') =>
  createClient<OfficeRoutes>({ baseUrl, headers: { 'Front-Office-Surface': surface }, language: () => 'en' });
const kiosk = asScreen('kiosk');
const desk = asScreen('desk');

// Paths, inputs and outputs are known to the compiler; so is every code of a problem.
const found = await kiosk.call('GET /hosts', { search: 'bei' });
const host = found.data?.hosts[0];
if (!host) throw new Error(found.problem?.detail ?? 'nobody is called Bei… here');

const come = { visitor: { given: 'Anna', family: 'Musterfrau' }, host: host.id };
const request = crypto.randomUUID(); // kept, so that a retry after a lost answer is the same wish
const arrived = await kiosk.call('POST /visits/walk-in', come, { request });
if (arrived.problem) throw new Error(`${arrived.problem.code}: ${arrived.problem.detail}`);

const visit = arrived.data.case;
const view = await desk.call('GET /visits/{visit}', { visit });
const offered = view.data?.actions.filter(({ allowed }) => allowed).map(({ command }) => command);
console.log(`the desk may: ${offered?.join(', ')}`);

await desk.call('POST /visits/{visit}/receive', { visit });
const left = await desk.call('POST /visits/{visit}/leave', { visit });
console.log(`the visit is ${left.data?.state}`);

const tooLate = await desk.call('POST /visits/{visit}/receive', { visit });
console.log(`again: ${tooLate.problem?.code}. ${tooLate.problem?.detail}`);
