import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createHttpApp, startServer } from '@front-office/http-express';
import { createOffice, fillDemoDay } from '@front-office/office';
import { erasureJournal } from '@front-office/postgres-backup';
import { createPostgresStore } from '@front-office/store-postgres';
import { type Instant, instantOf } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { pino } from 'pino';
import { actingAs } from './acting-as.ts';
import { logProblem, mailOf } from './background.ts';
import { backupsIn } from './backup-folder.ts';
import { openDatabase } from './database.ts';
import { officeIdOf } from './office-id.ts';
import { screens } from './screens.ts';
import type { Settings } from './settings.ts';
import { signingKeyIn } from './signing-key.ts';

export interface RunningOffice {
  readonly url: string;
  /** What to print once it runs. */
  readonly greeting: string;
  /** Finishes what is running, then closes server and database. */
  stop(): Promise<void>;
}

/** Starts a working office: database, demo day, API, kiosk and desk, all on one port of this machine. The clock is the system’s own unless a test has another. */
export async function startOffice(settings: Settings, now: () => Instant = systemClock): Promise<RunningOffice> {
  const vertical = verticals[settings.office];
  const mail = mailOf(settings);
  const database = await openDatabase(settings);
  try {
    const store = createPostgresStore({ pool: database.pool });
    const logger = pino({ level: settings.logLevel });
    const office = createOffice({
      store,
      vertical,
      now,
      mail,
      signingKey: await signingKeyIn(settings.dataDir),
      consumers: [erasureJournal({ store, folder: backupsIn(settings.dataDir) })],
      onProblem: (error, where) => logProblem(logger, error, where),
    });
    const id = officeIdOf(vertical.name);
    await fillDemoDay({ store, vertical, office: id, now });
    const closing = new AbortController();
    const app = createHttpApp({
      kernel: office,
      routes: office.routes,
      say: office.say,
      authenticate: actingAs(id, vertical),
      basePath: '/api/v1',
      title: 'Front Office',
      version: '1',
      logger,
      closing: closing.signal,
      ready: database.isReady,
      extend: (express) => express.use(screens()),
    });
    const server = await startServer({ app, port: settings.port });
    const url = server.url.replace('127.0.0.1', 'localhost');
    const background = office.afterCommit.start();
    const stop = async () => {
      closing.abort();
      // A database that does not answer holds up both, for as long as a batch may be silent: not whoever closes the office.
      await Promise.race([
        Promise.all([server.close(), background.stop()]),
        setTimeout(MOST_WAIT_MS, undefined, { ref: false }),
      ]);
      await database.stop();
    };
    return { url, greeting: greeting(vertical.title.en, url, database.place, settings), stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Longer than a request that is running takes; the next start goes on with what is left to do. */
const MOST_WAIT_MS = 5_000;

const systemClock = () => instantOf(Date.now());

const greeting = (title: string, url: string, place: string, { smtpUrl, dataDir }: Settings) => `
  ${title} (demo)

  Kiosk    ${url}/kiosk
  Desk     ${url}/desk
  API      ${url}/api/v1   described in ${url}/api/openapi.json
  Health   ${url}/health

  Data     ${place}
  Mail     ${smtpUrl === undefined ? `is not sent but written into ${join(dataDir, 'mail')}; SMTP_URL=smtp://… sends it` : 'is sent by SMTP_URL'}
  There is no sign-in yet, so this server can be reached from this machine only.
  Press Ctrl-C to close the office.
`;
