import { pino } from 'pino';
import { createHttpApp, startServer } from '../../packages/http-express/src/index.ts';
import { type Actor, MemoryStore, type Store } from '../../packages/kernel/src/index.ts';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { messages } from '../../packages/messages/src/index.ts';
import { memoryTransport } from '../../packages/messages/src/testing.ts';
import { createOffice, type DemoDay, fillDemoDay, type Office, setUpOffice } from '../../packages/office/src/index.ts';
import { createSignIn, type SignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';
import type { Vertical } from '../../packages/verticals/src/index.ts';
import { barredPersons, visits } from '../../packages/visits/src/index.ts';
import { fillTheRest } from '../matrix/fill.ts';

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
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: clock.now,
    sealKey: new Uint8Array(32),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] },
    hashing: { memoryKib: 64, passes: 1 }, // thousands of passwords are tried here
    demo: true,
  });
  const webhooks = { key: new Uint8Array(32).fill(8), sender: { post: async () => DELIVERED } };
  const office = createOffice({ store, vertical, now: clock.now, mail: memoryTransport(), signIn, webhooks });
  const own = newId();
  const other = newId();
  const day = await fillDemoDay({ store, vertical, office: own, now: clock.now });
  const foreignDay = await fillDemoDay({ store, vertical, office: other, now: clock.now });
  const more = await moreIds(office, own, day, 'Musterfrau');
  const ids = { ...more, ...(await filled(office, own, 'Musterfrau')) };
  const foreign = await filled(office, other, 'Kanarienvogel');
  const foreignIds = await moreIds(office, other, foreignDay, 'Kanarienvogel');
  const sessions = await demoSessions(signIn, own, day);
  let turn = 0;

  const capabilitiesOf: Record<string, readonly string[]> = { kiosk: vertical.kiosk.capabilities };
  for (const [name, role] of Object.entries(vertical.roles)) capabilitiesOf[name] = role.capabilities;
  const server = await startServer({
    app: createHttpApp({
      kernel: office,
      routes: office.routes,
      doors: office.doors,
      services: { signIn, office, demoDevices: new Map([[own, day.kiosk]]) },
      say: office.say,
      basePath: '/api/v1',
      title: 'Front Office',
      version: '1',
      authenticate({ headers }) {
        const name = String(headers['x-actor']);
        const capabilities = Object.hasOwn(capabilitiesOf, name) ? capabilitiesOf[name] : undefined;
        return capabilities && { office: own, actor: actorOf(name, capabilities, day) };
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
    foreignIds: [
      other,
      ...foreign.visit,
      ...foreign.staffMember,
      ...foreign.entry,
      ...foreign.message,
      ...Object.values(foreignIds).flatMap((some) => some.filter((id) => id.length === other.length)),
    ],
    /** Headers of somebody who is signed in, another session each time: some doors end the one that comes through. */
    session: () => ({ ...sessions[turn++ % sessions.length], Origin: server.url }),
    async stop() {
      await server.close();
      await background.stop();
    },
  };
}

const DELIVERED = { outcome: 'delivered', status: 204 } as const;

const SESSIONS_EACH = 20;

/** Sessions of everybody who works there. */
async function demoSessions(signIn: SignIn, office: string, { staff }: DemoDay): Promise<Record<string, string>[]> {
  const cookies: Record<string, string>[] = [];
  for (const [shownAs, member] of Object.entries(staff)) {
    await signIn.demoAccount({ office, staff: member, shownAs, language: 'de' });
    for (let n = 0; n < SESSIONS_EACH; n++) {
      const entered = await signIn.demoSignIn({ address: '192.0.2.1', agent: null }, { office, staff: member });
      if (entered.refused) throw new Error(entered.refused.code);
      cookies.push({ Cookie: `__Host-front-office-session=${entered.session.text}` });
    }
  }
  return cookies;
}

/** Ids of everything else that there is in an office, and words that some fields want, by the names of fields. */
async function moreIds(office: Office, id: string, { staff, kiosk }: DemoDay, canary: string) {
  const found = await fillTheRest(office, id, { staff, kiosk, canary });
  const named = Object.fromEntries(Object.entries(found).map(([name, one]) => [name, [one]]));
  const people = Object.values(staff);
  const { anna = '', joerg = '', sabine = '', aylin = '' } = staff;
  return {
    ...named,
    staff: [sabine, anna, joerg],
    deputy: [aylin],
    head: people,
    successor: people,
    case: [found.visit ?? ''],
    role: [found.role ?? '', 'receptionist', 'lead'],
    until: ['2026-12-31T00:00:00Z', '2026-12-31'],
    from: ['2026-07-01T08:00:00Z', '2026-07-01'],
    expectedAt: ['2026-06-30T13:00:00Z'],
    month: ['2026-07'],
    country: ['DE'],
    state: ['BE'],
    zone: ['Europe/Berlin'],
    url: ['https://hooks.example.com/in'],
    events: ['visit.visitorArrived'],
    scopes: ['visits.read', 'office.read'],
    reads: ['visits.read'],
    trainee: ['visits.read'],
    qualified: ['visits.receive'],
    senior: ['visits.bar'],
    lead: ['staff.read'],
    departments: [found.department ?? ''],
    label: office.vertical.policy.visits.labels.map((label) => label.id),
    kind: ['medical', 'kiosk', 'tablet', 'other'],
  };
}

const actorOf = (name: string, capabilities: readonly string[], { staff, kiosk }: DemoDay): Actor => ({
  kind: name === 'kiosk' ? 'device' : 'staff',
  id: name === 'kiosk' ? kiosk : name === 'owner' ? (staff.anna ?? '') : name,
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
