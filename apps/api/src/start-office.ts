import { setTimeout } from 'node:timers/promises';
import { createHttpApp, startServer } from '@front-office/http-express';
import { type AccountMail, accessOf, accountMail, createOffice, kindOf, type Office } from '@front-office/office';
import { erasureJournal } from '@front-office/postgres-backup';
import type { SignIn } from '@front-office/sign-in';
import { createPostgresStore } from '@front-office/store-postgres';
import { type Instant, instantOf } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { webhookSender } from '@front-office/webhook-http';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { apiPage } from './api-page/api-page.ts';
import { logProblem, mailOf } from './background.ts';
import { backupsIn } from './backup-folder.ts';
import { openDatabase } from './database.ts';
import { openDemo } from './demo.ts';
import { greeting } from './greeting.ts';
import { House } from './house.ts';
import { secretKeyIn } from './key-file.ts';
import { limitRequests } from './request-limit.ts';
import { screens } from './screens.ts';
import type { Settings } from './settings.ts';
import { signInHere } from './sign-in.ts';
import { signingKeyIn } from './signing-key.ts';
import { keepTidy } from './tidying.ts';
import { openTrust } from './trust/open-trust.ts';
import { signIns, whoAsks } from './who-asks.ts';

export interface RunningOffice {
  readonly url: string;
  /** What to print once it runs. */
  readonly greeting: string;
  /** Finishes what is running, then closes server and database. */
  stop(): Promise<void>;
}

/** Starts a working office: database, API, kiosk and desk, all on one port. The clock is the system’s own unless a test has another. */
export async function startOffice(settings: Settings, now: () => Instant = systemClock): Promise<RunningOffice> {
  const database = await openDatabase(settings);
  try {
    const house = await House.open(settings, now);
    const logger = pino({ level: settings.logLevel });
    const onProblem = (error: unknown, where: string) => logProblem(logger, error, where);
    const { office, signIn, mail } = await compose({ settings, now, pool: database.pool, house, onProblem });
    const demo = settings.office === 'own' ? undefined : await openDemo({ office, signIn, now });
    const closing = new AbortController();
    const app = createHttpApp({
      kernel: office,
      routes: office.routes,
      doors: office.doors,
      services: { signIn, office, demoDevices: demo?.devices },
      say: office.say,
      authenticate: whoAsks(accessOf({ kernel: office, signIn, kind: kindOf(office.vertical) })),
      signIns,
      countRequest: limitRequests(signIn),
      basePath: '/api/v1',
      title: 'Front Office',
      version: '1',
      logger,
      closing: closing.signal,
      ready: database.isReady,
      hosts: house.hosts,
      isSecure: house.isSecure,
      trustedProxies: settings.trustedProxies,
      extend: (express) => express.use(apiPage(), screens()),
    });
    const { port, host } = settings;
    const server = await startServer({ app, port, host, ...(house.lan && { tls: house.lan.certificate }) });
    house.listensAt(server.port);
    const trust = house.lan && (await openTrust(house.lan, { house, server, host, port, onProblem }));
    const background = office.afterCommit.start();
    const tidied = keepTidy({ tidy: signIn.tidy, onProblem });
    const stop = async () => {
      closing.abort();
      mail.stop();
      tidied();
      // A database that does not answer holds up both, for as long as a batch may be silent: not whoever closes the office.
      await Promise.race([
        Promise.all([server.close(), background.stop(), trust?.close()]),
        setTimeout(MOST_WAIT_MS, undefined, { ref: false }),
      ]);
      await database.stop();
    };
    const setUp = demo === undefined ? await signIn.setUpLink() : undefined;
    return { url: house.url, greeting: greeting({ house, trust, demo, setUp, place: database.place, settings }), stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

interface Composing {
  readonly settings: Settings;
  readonly now: () => Instant;
  readonly pool: Pool;
  readonly house: House;
  readonly onProblem: (error: unknown, where: string) => void;
}

/** The office with all that it works with: its store, who signs in, mail, webhooks, seals. */
async function compose({
  settings,
  now,
  pool,
  house,
  onProblem,
}: Composing): Promise<{ office: Office; signIn: SignIn; mail: AccountMail }> {
  const { dataDir } = settings;
  const store = createPostgresStore({ pool });
  const { relyingParty } = house;
  const transport = mailOf(settings);
  const mail = accountMail({ transport, now, onProblem });
  const { tellAbout } = mail;
  const signIn = await signInHere({ pool, dataDir, now, relyingParty, demo: settings.office !== 'own', tellAbout });
  const office = createOffice({
    store,
    // An office of one's own says its kind in its record.
    vertical: verticals[settings.office === 'own' ? 'small-business' : settings.office],
    now,
    mail: transport,
    signIn,
    webhooks: { key: await secretKeyIn(dataDir, 'webhooks'), sender: webhookSender() },
    signingKey: await signingKeyIn(dataDir),
    consumers: [erasureJournal({ store, folder: backupsIn(dataDir) })],
    onProblem,
  });
  mail.sendFrom({ kernel: office, signIn });
  return { office, signIn, mail };
}

/** Longer than a request that is running takes; the next start goes on with what is left to do. */
const MOST_WAIT_MS = 5_000;

const systemClock = () => instantOf(Date.now());
