import { devices } from '../../packages/devices/src/index.ts';
import { deliveries, serviceAccounts, webhooks } from '../../packages/integrations/src/index.ts';
import type { Actor, Decidable } from '../../packages/kernel/src/index.ts';
import { messages } from '../../packages/messages/src/index.ts';
import type { Office, StaffIds } from '../../packages/office/src/index.ts';
import {
  absences,
  dayExceptions,
  departments,
  offices,
  owners,
  roles,
  rooms,
  sites,
  staffMembers,
  staffRights,
} from '../../packages/organisation/src/index.ts';
import { barredPersons, visits } from '../../packages/visits/src/index.ts';
import type { Ids } from './rows.ts';

interface Filling {
  readonly staff: StaffIds;
  readonly kiosk: string;
  readonly canary: string;
}

/** By the name of the field that a route asks with. */
const kinds: Readonly<Record<string, Decidable>> = {
  office: offices,
  site: sites,
  department: departments,
  room: rooms,
  dayException: dayExceptions,
  role: roles,
  staffRights,
  owners,
  absence: absences,
  visit: visits,
  entry: barredPersons,
  message: messages,
  account: serviceAccounts,
  webhook: webhooks,
  delivery: deliveries,
};

const settings = {
  language: 'de',
  largePrint: false,
  highContrast: false,
  idleSeconds: 45,
  purposesShown: true,
} as const;

/** Everything that a demo day has none of: an auditor, a device that waits, a program, a webhook with a delivery. */
export async function fillTheRest(office: Office, id: string, { staff, kiosk, canary }: Filling): Promise<Ids> {
  const everything: Actor = {
    kind: 'system',
    id: 'matrix',
    capabilities: new Set(Object.values(office.vertical.roles).flatMap(({ capabilities }) => [...capabilities])),
  };
  const asked = (request: string) => ({ office: id, actor: everything, request });
  const begun = async (answer: Promise<{ readonly case?: string; readonly refused?: unknown }>): Promise<string> => {
    const { case: made, refused } = await answer;
    if (made === undefined) throw new Error(`The matrix cannot be filled: ${JSON.stringify(refused)}`);
    return made;
  };

  const [site] = await office.list({ office: id, workflow: sites.name, limit: 1 });
  const at = site?.id ?? '';
  const auditor = { name: { family: `Prüf${canary}` }, site: at, receivesVisitors: false, active: true };
  const auditing = await begun(office.dispatch(staffMembers, 'create', auditor, asked('auditor')));
  const given = { role: 'auditor', from: null, until: '2026-07-31' };
  const rights = { staff: auditing, level: 'trainee', roles: [given], reason: null } as const;
  await begun(office.dispatch(staffRights, 'create', { ...rights, roles: [given] }, asked('auditing')));
  const tablet = { kind: 'tablet', name: `Tablet ${canary}`, site: at, settings } as const;
  const device = await begun(office.dispatch(devices, 'offer', tablet, asked('tablet')));
  const program = { name: `Kalender ${canary}`, purpose: canary, scopes: ['visits.read', 'office.read'] };
  const until = '2026-12-31T00:00:00Z';
  await begun(office.dispatch(serviceAccounts, 'create', { ...program, until }, asked('program')));
  const hook = {
    url: `https://${canary.toLowerCase()}.example.com/in`,
    events: ['visit.visitorArrived'],
    reads: ['visits.read'],
  };
  const webhook = await begun(office.dispatch(webhooks, 'subscribe', hook, asked('webhook')));
  const event = {
    id: `evt_${webhook}_1_0`,
    type: 'visit.visitorArrived',
    at: office.now(),
    case: webhook,
    version: 1,
    fact: {},
  };
  const telling = { ...asked('delivery'), actor: { ...everything, capabilities: new Set(['integrations.deliver']) } };
  await begun(office.dispatch(deliveries, 'queue', { webhook, event, label: null } as never, telling)); // as the consumer does
  await office.afterCommit.settle();

  const ids: Record<string, string> = { device, kiosk };
  for (const [field, { name }] of Object.entries(kinds)) {
    const [row] = await office.list({ office: id, workflow: name, limit: 1, actor: everything });
    if (row === undefined) throw new Error(`There is no ${name} for the matrix.`);
    ids[field] = row.id;
  }
  for (const [short, member] of Object.entries(staff)) ids[`staff:${short}`] = member;
  const { anna = '', lena = '', aylin = '' } = staff;
  return { ...ids, staffMember: lena, deputy: aylin, host: anna, 'staff:auditor': auditing };
}
