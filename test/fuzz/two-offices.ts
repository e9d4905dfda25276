import { pino } from 'pino';
import { createHttpApp, startServer } from '../../packages/http-express/src/index.ts';
import { type Actor, MemoryStore, type Store } from '../../packages/kernel/src/index.ts';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { messages } from '../../packages/messages/src/index.ts';
import { memoryTransport } from '../../packages/messages/src/testing.ts';
import { createOffice, fillDemoDay, type Office, setUpOffice } from '../../packages/office/src/index.ts';
import { newId } from '../../packages/values/src/index.ts';
import type { Vertical } from '../../packages/verticals/src/index.ts';
import { barredPersons, visits } from '../../packages/visits/src/index.ts';

/** Stand in every text of the other office; no answer may hold one. */
export const canaries = ['Kanarienvogel', 'kanarienvogel'];

/** Enough visits that some of them still wait when thousands of requests have gone by. */
const VISITS = 60;

/**
 * A server of one kind of office with two of them in its store: the caller's own, and another that is full of canaries.
 * `X-Actor` names who asks: a role of the vertical, or the kiosk.
 */
export async function twoOffices(vertical: Vertical, store: Store = new MemoryStore()) {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const office = createOffice({ store, vertical, now: clock.now, mail: memoryTransport() });
  const own = newId();
  const other = newId();
  await fillDemoDay({ store, vertical, office: own, now: clock.now });
  const ids = await filled(office, own, 'Musterfrau');
  const foreign = await filled(office, other, 'Kanarienvogel');

  const capabilitiesOf: Record<string, readonly string[]> = { kiosk: vertical.kiosk.capabilities };
  for (const [name, role] of Object.entries(vertical.roles)) capabilitiesOf[name] = role.capabilities;
  const server = await startServer({
    app: createHttpApp({
      kernel: office,
      routes: office.routes,
      say: office.say,
      basePath: '/api/v1',
      title: 'Front Office',
      version: '1',
      authenticate({ headers }) {
        const name = String(headers['x-actor']);
        const capabilities = Object.hasOwn(capabilitiesOf, name) ? capabilitiesOf[name] : undefined;
        return capabilities && { office: own, actor: actorOf(name, capabilities) };
      },
      logger: pino({ enabled: false }),
      ready: async () => true,
    }),
    port: 0,
  });
  const background = office.afterCommit.start();
  return {
    base: `${server.url}/api/v1`,
    ids,
    foreignIds: [other, ...foreign.visit, ...foreign.staffMember, ...foreign.entry, ...foreign.message],
    async stop() {
      await server.close();
      await background.stop();
    },
  };
}

const actorOf = (name: string, capabilities: readonly string[]): Actor => ({
  kind: name === 'kiosk' ? 'device' : 'staff',
  id: name,
  capabilities: new Set(capabilities),
});

type Ids = Readonly<Record<'visit' | 'host' | 'staffMember' | 'entry' | 'message' | 'label', readonly string[]>>;

/** Sets an office up and has visitors with this family name in it. Answers the ids, by the names that fields have. */
async function filled(office: Office, id: string, family: string): Promise<Ids> {
  const { organisation, policy, roles, kiosk } = office.vertical;
  const staff = await setUpOffice(office, id);
  const hosts = Object.entries(organisation.staff).flatMap(([name, { receivesVisitors }]) =>
    receivesVisitors ? [staff[name] ?? ''] : [],
  );
  const purpose = policy.visits.purposes[0]?.id;
  const capabilities = new Set([...roles.lead.capabilities, ...kiosk.capabilities]);
  const asked = (request: string) => ({
    office: id,
    actor: { kind: 'staff', id: 'lead', capabilities } as const,
    request,
  });
  const accepted = (answer: { readonly case?: string; readonly refused?: { readonly code: string } | undefined }) => {
    if (answer.case === undefined) throw new Error(`The office cannot be filled: ${answer.refused?.code}`);
    return answer.case;
  };

  const visit: string[] = [];
  for (let index = 0; index < VISITS; index++) {
    const host = hosts[index % hosts.length] ?? '';
    const input = { visitor: { family }, host, company: `${family} GmbH`, ...(purpose && { purpose }) };
    const expected = { ...input, expectedAt: '2026-06-30T11:00:00+02:00', note: `${family} kommt` };
    const answer =
      index % 2 === 0
        ? await office.dispatch(visits, 'walkIn', input, asked(`came-${index}`))
        : await office.dispatch(visits, 'expect', expected, asked(`announced-${index}`));
    visit.push(accepted(answer));
  }
  const entry = { name: { family }, reason: `${family} war laut` };
  const barred = accepted(await office.dispatch(barredPersons, 'create', entry, asked('barred')));
  await office.afterCommit.settle();
  const told = await office.list({ office: id, workflow: messages.name, limit: 50 });
  return {
    visit,
    host: hosts,
    staffMember: Object.values(staff),
    entry: [barred],
    message: told.map((row) => row.id),
    label: policy.visits.labels.map((label) => label.id),
  };
}
