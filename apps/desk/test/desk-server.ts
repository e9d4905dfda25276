import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authenticate, createHttpApp } from '@front-office/http-express';
import {
  type Actor,
  type Door,
  defineRoute,
  EffectFailed,
  type Kernel,
  MemoryStore,
  type Say,
} from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { type Message, messages } from '@front-office/messages';
import { memoryTransport } from '@front-office/messages/testing';
import { createOffice, fillDemoDay, type OfficePorts } from '@front-office/office';
import { displayName, newId } from '@front-office/values';
import { medical } from '@front-office/verticals';
import { type Visit, VisitState, visits } from '@front-office/visits';
import express from 'express';
import { pino } from 'pino';
import * as z from 'zod';

const ZONE = 'Europe/Berlin';
const receptionist = actor('reception', ...medical.roles.receptionist.capabilities);
const kiosk: Actor = { ...actor('kiosk', ...medical.kiosk.capabilities), kind: 'device' };

/** How people come in. Without it whoever opens the desk is the receptionist. */
export interface FrontDoor {
  readonly doors: readonly Door[];
  readonly services: unknown;
  readonly authenticate: Authenticate;
  readonly say: Say;
}
/** Where the front door stands, and what somebody may do who has come in. */
export interface House {
  readonly office: string;
  readonly now: ManualClock['now'];
  readonly actor: () => Actor;
  /** The refusals of the desk's own packages. */
  readonly say: Say;
}

/**
 * An office of the medical kind in memory, behind the real HTTP app with its guards and headers, with a day that is
 * under way and the built desk at `/desk/`. Its clock stands at 10:20 on a Tuesday.
 */
export async function openDesk(dist: string, frontDoor: (house: House) => FrontDoor = everybodyIsIn) {
  const clock = new ManualClock('2026-06-30T10:20:00+02:00');
  const store = new MemoryStore();
  const id = newId();
  const mailServer: { answers: 'takes it' | 'refuses the address' | 'refuses the password' } = { answers: 'takes it' };
  const mail = memoryTransport(() => {
    if (mailServer.answers === 'refuses the password') throw new EffectFailed('auth_refused', { permanent: true });
    return mailServer.answers === 'takes it'
      ? { outcome: 'sent', via: 'memory' }
      : { outcome: 'bounced', reply: '550 5.1.1' };
  });
  const office = createOffice({ store, vertical: medical, now: clock.now, mail });
  await fillDemoDay({ store, vertical: medical, office: id, now: clock.now });

  let atTheDesk: Actor = receptionist;
  const app = createHttpApp({
    kernel: office,
    routes: [
      ...office.routes.filter(({ path }) => path !== '/desk/visitors' && path !== '/messages'),
      visitorsInMemory,
      messagesInMemory,
    ],
    ...frontDoor({ office: id, now: clock.now, actor: () => atTheDesk, say: office.say }),
    basePath: '/api/v1',
    title: 'Desk under test',
    version: '0',
    logger: pino({ level: 'silent' }),
    ready: async () => true,
    extend: (pages) => {
      pages.use('/desk', express.static(dist));
      pages.get('/desk/{*path}', (_request, response) => response.sendFile('index.html', { root: dist }));
    },
  });
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  await office.afterCommit.settle();
  const background = office.afterCommit.start();

  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/desk/`,
    clock,
    /** What the office's mail server does with the next mails. */
    mailServer,
    /** Who sits at the desk from now on: the receptionist, without what is named. */
    without: (...capabilities: string[]) => {
      const left = [...receptionist.capabilities].filter((each) => !capabilities.includes(each));
      atTheDesk = { ...receptionist, capabilities: new Set(left) };
    },
    /** Somebody checks in at the kiosk. Answers the visit. */
    async walksIn(visitor: { given?: string; family: string }, company?: string): Promise<string> {
      const [host] = await office.read(id, portsOf(office).hosts.search('Beispiel', 1));
      if (!host) throw new Error('The sample has a host whose name begins with Beispiel');
      const input = { visitor, host: host.id as Visit['host'], ...(company && { company }) };
      const answer = await office.dispatch(visits, 'walkIn', input, { office: id, actor: kiosk, request: newId() });
      if (answer.refused) throw new Error(`The walk-in was refused: ${answer.refused.code}`);
      return answer.case;
    },
    /** Somebody at another desk does this. */
    async does(command: 'receive' | 'leave', visit: string): Promise<void> {
      const asked = { office: id, actor: receptionist, case: visit, request: newId() };
      const answer = await office.dispatch(visits, command, {}, asked);
      if (answer.refused) throw new Error(`${command} was refused: ${answer.refused.code}`);
    },
    /** Somebody at another desk has everything tried again that is stuck. */
    triesAgainElsewhere: async () => {
      for (const { key } of await office.stuck(id)) await office.tryAgain(id, key);
      await office.afterCommit.settle();
    },
    minutesPass: async (minutes: number) => {
      clock.advanceMinutes(minutes);
      await office.afterCommit.settle();
    },
    /** Everything that happened, as `command` and the request id under which it was asked for. */
    history: () => store.history(id),
    close: async () => {
      await background.stop();
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

const everybodyIsIn = ({ office, actor, say }: House): FrontDoor => ({
  doors: [],
  services: undefined,
  say,
  authenticate: () => ({ office, actor: actor() }),
});

const portsOf = (kernel: Kernel) => (kernel.ports as OfficePorts).visits; // createOffice filled them

/** The day's visitors without SQL, which the memory store has none of: the same answer as the office's own view. */
const visitorsInMemory = defineRoute({
  method: 'GET',
  path: '/desk/visitors',
  summary: "Today's visitors, from memory",
  needs: 'visits.read',
  input: z.strictObject({}),
  output: z.unknown(),
  async run({ kernel, office }) {
    const rows = await kernel.list({ office, workflow: visits.name, limit: 200 });
    const lines = rows.map(async (row) => {
      const visit = row.snapshot.context as Visit; // the store keeps what the machine made
      const host = await kernel.read(office, portsOf(kernel).hosts.byId(visit.host));
      return {
        ...visit,
        visit: row.id,
        state: VisitState.parse(row.state),
        nameIsBarred: visit.barred.length > 0,
        hostName: host ? displayName(host.name) : '—',
      };
    });
    const all = await Promise.all(lines);
    return {
      now: kernel.now(),
      office: 'Praxis am Beispielplatz',
      zone: ZONE,
      open: all.filter(({ endedAt }) => endedAt === null),
      ended: all.filter(({ endedAt }) => endedAt !== null),
    };
  },
});

/** The messages in one state without SQL: the same answer as the package's own list. */
const messagesInMemory = defineRoute({
  method: 'GET',
  path: '/messages',
  summary: 'The messages in one state, from memory',
  needs: 'messages.send',
  input: z.strictObject({ state: z.string(), limit: z.coerce.number() }),
  output: z.unknown(),
  async run({ kernel, office }, { state }) {
    const rows = await kernel.list({ office, workflow: messages.name, limit: 200 });
    const lines = rows
      .filter((row) => row.state === state)
      .map((row) => {
        const { about, to, ...message } = row.snapshot.context as Message; // as above
        const staff = to.kind === 'staff' ? to.id : null;
        return { ...message, message: row.id, state: row.state, staff, aboutWorkflow: about.workflow, about: about.id };
      });
    return { messages: lines, next: null };
  },
});
