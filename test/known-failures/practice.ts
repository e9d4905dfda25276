import { pino } from 'pino';
import { whoAsks } from '../../apps/api/src/who-asks.ts';
import { createHttpApp, type HttpAppOptions, startServer } from '../../packages/http-express/src/index.ts';
import { MemoryStore } from '../../packages/kernel/src/index.ts';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { memoryTransport } from '../../packages/messages/src/testing.ts';
import { accessOf, createOffice, kindOf } from '../../packages/office/src/index.ts';
import { staffMembers } from '../../packages/organisation/src/index.ts';
import { createSignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { medical } from '../../packages/verticals/src/index.ts';
import { Browser } from './browser.ts';

export const ANNA = { name: 'anna@example.com', password: 'Regen am Dienstag' } as const;
export const SABINE = { name: 'sabine@example.com', password: 'Kaffee ohne Zucker' } as const;

const hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** What the wizard of the first start sends: Anna owns the practice, Sabine manages it, Lena is at the desk. */
export const wish = {
  kind: 'medical',
  office: { name: 'Praxis Beispielmüller', zone: 'Europe/Berlin', country: 'DE', state: 'BE', language: 'de', hours },
  address: ['Musterallee 9', '00001 Musterstadt'],
  owner: { name: { given: 'Anna', family: 'Beispielmüller' }, receivesVisitors: true },
  people: [
    person({ given: 'Sabine', family: 'Musterfrau' }, { mail: SABINE.name, role: 'lead', level: 'lead' }),
    person({ given: 'Lena', family: 'Probe' }, { mail: null, role: 'receptionist', level: 'senior' }),
  ],
  rooms: [],
};

function person(name: object, rest: object) {
  return { name, receivesVisitors: false, ...rest };
}

/** A server before its first start, behind the real doors: no office in it, no account, and no demo. */
export async function newServer(options: Pick<HttpAppOptions, 'trustedProxies' | 'extend'> = {}) {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const store = new MemoryStore();
  /** Whom the server told something about their account, by the name that they sign in with. */
  const told: string[] = [];
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: clock.now,
    sealKey: new Uint8Array(32).fill(7),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] },
    hashing: { memoryKib: 64, passes: 1 }, // these scenes are about who comes in, not about how long it takes
    tellAbout: async (what, { name }) => {
      told.push(`${what} → ${name}`);
    },
  });
  const office = createOffice({ store, vertical: medical, now: clock.now, mail: memoryTransport(), signIn });
  const app = createHttpApp({
    kernel: office,
    routes: office.routes,
    doors: office.doors,
    services: { signIn, office },
    say: office.say,
    authenticate: whoAsks(accessOf({ kernel: office, signIn, kind: kindOf(medical) })),
    basePath: '/api/v1',
    title: 'Front Office',
    version: '1',
    logger: pino({ enabled: false }),
    ready: async () => true,
    ...options,
  });
  const server = await startServer({ app, port: 0 });
  return { signIn, office, told, url: server.url, browser: () => new Browser(server.url), stop: () => server.close() };
}

/** A practice that has been opened: its owner and its manager are signed in, each at a browser of their own. */
export async function practice() {
  const server = await newServer();
  const link = await server.signIn.setUpLink();
  if (link.refused) throw new Error(link.refused.code);
  const anna = server.browser();
  const opened = { secret: link.secret, ...ANNA, shownAs: 'Anna Beispielmüller', language: 'de', office: wish };
  const { office = '' } = (await anna.post('/set-up', opened)).body as { office?: string }; // as its contract says
  await anna.post('/session/office', { office });
  const members = await server.office.list({ office, workflow: staffMembers.name, limit: 10 });
  const idOf = (family: string) =>
    members.find(({ snapshot }) => JSON.stringify(snapshot.context).includes(family))?.id ?? '';
  const staff = { anna: idOf('Beispielmüller'), sabine: idOf('Musterfrau'), lena: idOf('Probe') };

  /** The owner invites somebody, who accepts at a browser of their own. */
  const comesIn = async (member: string, { name, password }: typeof SABINE, shownAs: string) => {
    const invited = await anna.post(`/staff-members/${member}/invitation`, { mail: name });
    const { secret } = invited.body as { secret: string }; // as its contract says
    const browser = server.browser();
    await browser.post('/invitations/accept', { secret, password, shownAs, language: 'de' });
    return browser;
  };
  const sabine = await comesIn(staff.sabine, SABINE, 'Sabine Musterfrau');
  return { ...server, id: office, staff, anna, sabine };
}
