import { pino } from 'pino';
import { whoAsks } from '../../apps/api/src/who-asks.ts';
import { createHttpApp, type RunningServer, startServer } from '../../packages/http-express/src/index.ts';
import type { Actor, Door, Route, Store } from '../../packages/kernel/src/index.ts';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { memoryTransport } from '../../packages/messages/src/testing.ts';
import { accessOf, createOffice, fillDemoDay, kindOf, type Office } from '../../packages/office/src/index.ts';
import { newSigningKey } from '../../packages/sealed-log/src/index.ts';
import { createSignIn, type Directory, type SignIn } from '../../packages/sign-in/src/index.ts';
import { newId } from '../../packages/values/src/index.ts';
import { medical, type Vertical } from '../../packages/verticals/src/index.ts';
import { fillTheRest } from './fill.ts';
import type { Ids } from './rows.ts';

/** Stands in every text of the other office, and in no answer to anybody else. */
export const CANARY = 'Kanarienvogel';

/** Headers by which somebody is let in. */
export type LetIn = Readonly<Record<string, string>>;

export interface HouseOfTwo {
  readonly office: Office;
  readonly signIn: SignIn;
  readonly routes: readonly Route[];
  readonly doors: readonly Door[];
  readonly base: string;
  readonly clock: ManualClock;
  /** The callers' office, and another one in the same house. */
  readonly own: string;
  readonly other: string;
  readonly ownIds: Ids;
  readonly otherIds: Ids;
  /** By role: one person who has it, a trainee, the kiosk, and a program. */
  readonly callers: Readonly<Record<string, LetIn>>;
  /** What a caller may do, as the office itself sees it. */
  actorOf(caller: string): Promise<Actor>;
  stop(): Promise<void>;
}

/** Two offices of one kind in one store, with everything in them that a route can ask about, behind the real doors. */
export async function houseOfTwo(store: Store, directory: Directory): Promise<HouseOfTwo> {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const signIn = createSignIn({
    directory,
    now: clock.now,
    sealKey: new Uint8Array(32).fill(7),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] },
    demo: true,
  });
  const webhooks = { key: new Uint8Array(32).fill(8), sender: { post: async () => DELIVERED } };
  const office = createOffice({
    store,
    vertical: medical,
    now: clock.now,
    mail: memoryTransport(),
    signIn,
    webhooks,
    signingKey: newSigningKey(),
  });
  const [own, other] = [newId(), newId()];
  const ownIds = await filled(office, own, medical);
  const otherIds = await filled(office, other, withCanaries(medical));
  const access = accessOf({ kernel: office, signIn, kind: kindOf(medical) });
  const app = createHttpApp({
    kernel: office,
    routes: office.routes,
    doors: office.doors,
    services: { signIn, office },
    say: office.say,
    authenticate: whoAsks(access),
    basePath: '/api/v1',
    title: 'Front Office',
    version: '1',
    logger: pino({ enabled: false }),
    ready: async () => true,
  });
  const server = await startServer({ app, port: 0 });
  const shown = await callersOf(signIn, own, ownIds);
  return {
    office,
    signIn,
    routes: office.routes,
    doors: office.doors,
    base: `${server.url}/api/v1`,
    clock,
    own,
    other,
    ownIds,
    otherIds,
    callers: Object.fromEntries(Object.entries(shown).map(([name, secret]) => [name, headersOf(secret, server)])),
    async actorOf(caller) {
      const found = await access(shown[caller] ?? {});
      if (!found || found.refused) throw new Error(`${caller} is not let in`);
      return found.actor;
    },
    stop: () => server.close(),
  };

  async function filled(house: Office, id: string, vertical: Vertical): Promise<Ids> {
    const { staff, kiosk } = await fillDemoDay({ store, vertical, office: id, now: clock.now });
    return fillTheRest(house, id, { staff, kiosk, canary: id === other ? CANARY : 'Musterfrau' });
  }
}

const DELIVERED = { outcome: 'delivered', status: 204 } as const;

interface Shown {
  readonly session?: string;
  readonly device?: string;
  readonly key?: string;
}

/** One caller for each role of the sample people, the kiosk, and a program with a few scopes. */
async function callersOf(signIn: SignIn, office: string, ids: Ids): Promise<Record<string, Shown>> {
  const shown: Record<string, Shown> = {};
  for (const [name, short] of Object.entries(people)) {
    const staff = ids[`staff:${short}`] ?? '';
    await signIn.demoAccount({ office, staff, shownAs: short, language: 'de' });
    const entered = await signIn.demoSignIn({ address: '192.0.2.1', agent: null }, { office, staff });
    if (entered.refused) throw new Error(entered.refused.code);
    shown[name] = { session: entered.session.text };
  }
  const device = { kind: 'device', office, subject: ids.kiosk ?? '', scopes: null, until: null } as const;
  shown.kiosk = { device: (await signIn.issueToken(device)).secret };
  const key = { kind: 'service', office, subject: ids.account ?? '', scopes: null, until: null } as const;
  shown.program = { key: (await signIn.issueToken(key)).secret };
  return shown;
}

/** Who of the medical sample stands for which role. */
const people = {
  owner: 'anna',
  physician: 'joerg',
  lead: 'sabine',
  receptionist: 'lena',
  'records-clerk': 'pawel',
  trainee: 'zoe',
  auditor: 'auditor',
};

function headersOf({ session, device, key }: Shown, { url }: RunningServer): LetIn {
  if (key !== undefined) return { authorization: `Bearer ${key}` };
  if (device !== undefined)
    return { cookie: `__Host-front-office-device=${device}`, 'front-office-surface': 'kiosk', origin: url };
  return { cookie: `__Host-front-office-session=${session}`, origin: url };
}

/** The same kind of office, with the canary in every name of a person. */
function withCanaries(vertical: Vertical): Vertical {
  const text = JSON.stringify(vertical, (name, value) => (name === 'family' ? `${value} ${CANARY}` : value));
  return JSON.parse(text) as Vertical; // a vertical is data
}
