import { createHttpApp, startServer } from '@front-office/http-express';
import { type Actor, MemoryStore } from '@front-office/kernel';
import { createOffice, type Office, setUpOffice } from '@front-office/office';
import { newId } from '@front-office/values';
import type { verticals } from '@front-office/verticals';
import express from 'express';
import { pino } from 'pino';

export interface FrontOffice {
  readonly office: Office;
  readonly id: string;
  readonly store: MemoryStore;
  /** Of the kiosk's page. */
  readonly url: string;
  close(): Promise<void>;
}

/** A working office without a database: the real kernel, modules and HTTP app, with the kiosk that was built into `folder`. */
export async function openFrontOffice(
  vertical: (typeof verticals)[keyof typeof verticals],
  folder: string,
): Promise<FrontOffice> {
  const store = new MemoryStore();
  const office = createOffice({ store, vertical });
  const id = newId();
  await setUpOffice(office, id);
  const kiosk: Actor = { kind: 'device', id: 'kiosk', capabilities: new Set(vertical.kiosk.capabilities) };
  const app = createHttpApp({
    kernel: office,
    routes: office.routes,
    say: office.say,
    authenticate: async ({ headers }) =>
      headers['front-office-surface'] === 'kiosk' ? { office: id, actor: kiosk } : undefined,
    basePath: '/api/v1',
    title: 'Front Office',
    version: '1',
    logger: pino({ level: 'silent' }),
    ready: async () => true,
    extend: (pages) => pages.use('/kiosk', express.static(folder)),
  });
  const server = await startServer({ app, port: 0 });
  return { office, id, store, url: `http://localhost:${server.port}/kiosk/`, close: () => server.close() };
}
