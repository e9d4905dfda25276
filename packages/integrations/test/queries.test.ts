import type { Actor, Route } from '@front-office/kernel';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/contract.ts';
import { derivedSecrets, integrationsModule, shownSecret, type WebhookAnswer, webhooks } from '../src/index.ts';
import { away, keeper, owner, subscription, switchboard, taken } from './support/switchboard.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([integrationsModule]) });
});
afterAll(() => database.drop());

/** An office of its own on the database that all tests of this file share, asked by its routes. */
function desk() {
  const store = createPostgresStore({ pool: database.pool });
  let answer: WebhookAnswer = taken;
  const at = switchboard({ store, answers: () => answer });
  return {
    ...at,
    otherSideAnswers(next: WebhookAnswer) {
      answer = next;
    },
    // biome-ignore lint/suspicious/noExplicitAny: what each route answers is the matter of the test that asks it
    ask(method: string, path: string, input: object = {}, who: Actor = owner, request: string = newId()): Promise<any> {
      const route: Route | undefined = routes.find((each) => each.method === method && each.path === path);
      if (!route) throw new Error(`no route ${method} ${path}`);
      const query = store.query(at.office, who.labels);
      // As the HTTP adapter does: the input is parsed by the route's own schema.
      const asked = { kernel: at.kernel, office: at.office, actor: who, request, query };
      return route.run(asked, route.input.parse(input) as never);
    },
  };
}

const grant = { name: 'Terminkalender', purpose: 'Liest', scopes: ['parcels.read'], until: '2026-12-31T23:00:00Z' };

describe('service accounts', () => {
  it('are listed by their end, page by page, and leave the list when they are closed', async () => {
    const at = desk();
    const made: string[] = [];
    for (const day of ['03', '01', '02'])
      made.push((await at.ask('POST', '/service-accounts', { ...grant, until: `2026-12-${day}T00:00:00Z` })).case);
    const first = await at.ask('GET', '/service-accounts', { limit: 2 });
    const second = await at.ask('GET', '/service-accounts', { limit: 2, after: first.next });
    const listed = [...first.accounts, ...second.accounts].map(({ account }) => account);
    expect(listed).toEqual([made[1], made[2], made[0]]);
    expect(second.next).toBeNull();
    expect(first.accounts[0]).toMatchObject({ name: 'Terminkalender', scopes: ['parcels.read'], state: 'active' });
    await at.ask('POST', '/service-accounts/{account}/close', { account: made[1] });
    expect((await at.ask('GET', '/service-accounts')).accounts).toHaveLength(2);
    expect((await at.ask('GET', '/service-accounts', { state: 'closed' })).accounts).toHaveLength(1);
  });

  it('get nothing that whoever makes or changes them does not have', async () => {
    const at = desk();
    const { case: account } = await at.ask('POST', '/service-accounts', grant);
    const wish = { ...grant, scopes: ['visits.receive'] };
    expect(await at.ask('POST', '/service-accounts', wish)).toEqual({
      refused: { code: 'rights_exceeded', figures: { rights: ['visits.receive'] } },
    });
    const changed = await at.ask('POST', '/service-accounts/{account}/change', { account, ...wish });
    expect(changed.refused.code).toBe('rights_exceeded');
  });
});

describe('the webhook of an office', () => {
  const secretOf = (office: string, webhook: string, version: number) =>
    shownSecret(derivedSecrets(new Uint8Array(32).fill(7)).of({ office, webhook, version }));

  it('is one: a second is refused until the first is removed', async () => {
    const at = desk();
    const { case: webhook } = await at.ask('POST', '/webhooks', subscription);
    expect((await at.ask('POST', '/webhooks', subscription)).refused.code).toBe('webhook_there_already');
    expect((await at.ask('GET', '/webhooks')).webhooks).toMatchObject([{ webhook, state: 'active', pausedFor: null }]);
    await at.ask('POST', '/webhooks/{webhook}/remove', { webhook });
    expect((await at.ask('GET', '/webhooks')).webhooks).toEqual([]);
    expect((await at.ask('POST', '/webhooks', subscription)).case).toBeTruthy();
  });

  it('tells its secret when it is made, and again to whoever lost the answer and asks for the same', async () => {
    const at = desk();
    const request = newId();
    const made = await at.ask('POST', '/webhooks', subscription, owner, request);
    expect(made.secret).toBe(secretOf(at.office, made.case, 1));
    expect(await at.ask('POST', '/webhooks', subscription, owner, request)).toEqual(made);
    const rotated = await at.ask('POST', '/webhooks/{webhook}/rotate-secret', { webhook: made.case });
    expect(rotated.secret).toBe(secretOf(at.office, made.case, 2));
    const shown = JSON.stringify([
      await at.ask('GET', '/webhooks'),
      await at.ask('GET', '/webhooks/{webhook}', { webhook: made.case }),
    ]);
    expect(shown).not.toContain('whsec_');
  });

  it('reads nothing that whoever subscribes may not read', async () => {
    const at = desk();
    const beyond = async (wish: object, who = owner) =>
      (await at.ask('POST', '/webhooks', { ...subscription, ...wish }, who)).refused?.code;
    expect(await beyond({ reads: ['visits.read'] })).toBe('rights_exceeded');
    expect(await beyond({ labels: ['sealed'] })).toBe('rights_exceeded');
    expect(await beyond({ labels: ['sealed'] }, keeper)).toBeUndefined();
  });
});

describe('deliveries', () => {
  it('are listed with their tries and what the other side said', async () => {
    const at = desk();
    at.otherSideAnswers({ outcome: 'failed', code: 'receiver_failed', status: 500, retryAfterMs: null });
    await at.subscribes();
    const parcel = await at.parcelComes();
    expect((await at.ask('GET', '/deliveries', { state: 'waiting' })).deliveries).toMatchObject([
      {
        event: `evt_${parcel}_1_0`,
        type: 'parcel.parcelTaken',
        about: parcel,
        attempts: 1,
        status: 500,
        code: 'receiver_failed',
      },
    ]);
    at.otherSideAnswers(taken);
    await at.minutesPass(1);
    expect((await at.ask('GET', '/deliveries', { state: 'waiting' })).deliveries).toEqual([]);
    expect((await at.ask('GET', '/deliveries', { state: 'delivered' })).deliveries).toMatchObject([
      { attempts: 2, status: 204, code: null, nextTryAt: null },
    ]);
  });

  it('come page by page, each of them once', async () => {
    const at = desk();
    await at.subscribes();
    for (let n = 0; n < 5; n++) {
      await at.parcelComes();
      if (n % 2 === 0) at.clock.advanceMinutes(1); // some in the same millisecond
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const wish = { state: 'delivered', limit: 2, ...(after !== null && { after }) };
      const page: { deliveries: { event: string }[]; next: string | null } = await at.ask('GET', '/deliveries', wish);
      seen.push(...page.deliveries.map(({ event }) => event));
      after = page.next;
    } while (after !== null);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });

  it('of a sealed case are seen by those alone who may read it', async () => {
    const at = desk();
    await at.subscribes({ labels: ['sealed'] }, keeper);
    await at.parcelComes({ label: 'sealed' });
    const list = async (who: Actor) =>
      (await at.ask('GET', '/deliveries', { state: 'delivered' }, who)).deliveries.length;
    expect([await list(owner), await list(keeper)]).toEqual([0, 1]);
  });
});

describe('a replay', () => {
  const path = '/webhooks/{webhook}/replay';

  it('sends what was held while the webhook was paused, the oldest first, page by page', async () => {
    const at = desk();
    const webhook = await at.subscribes();
    await at.ask('POST', '/webhooks/{webhook}/pause', { webhook });
    const parcels: string[] = [];
    for (let n = 0; n < 3; n++) {
      at.clock.advanceMinutes(1);
      parcels.push(await at.parcelComes());
    }
    expect((await at.ask('POST', path, { webhook })).refused.code).toBe('webhook_paused');
    expect(at.posted).toEqual([]);
    await at.ask('POST', '/webhooks/{webhook}/resume', { webhook });
    const first = await at.ask('POST', path, { webhook, limit: 2 });
    expect(first.sentAgain).toBe(2);
    await at.settles();
    const second = await at.ask('POST', path, { webhook, limit: 2, after: first.next });
    expect(second).toEqual({ sentAgain: 1, next: null });
    await at.settles();
    const sent = at.posted.map(({ headers }) => headers['webhook-id']);
    const wanted = parcels.map((id) => `evt_${id}_1_0`);
    // Those of one page are on their way at the same time, and may overtake one another.
    expect([new Set(sent.slice(0, 2)), sent[2]]).toEqual([new Set(wanted.slice(0, 2)), wanted[2]]);
  });

  it('from a moment or an event on sends again what has arrived, under the same ids and with the same words', async () => {
    const at = desk();
    const webhook = await at.subscribes();
    const parcels: string[] = [];
    for (let n = 0; n < 3; n++) {
      at.clock.advanceMinutes(1);
      parcels.push(await at.parcelComes());
    }
    const before = at.posted.length;
    const since = `evt_${parcels[1]}_1_0`;
    expect(await at.ask('POST', path, { webhook, since, undelivered: false })).toEqual({ sentAgain: 2, next: null });
    await at.settles();
    const ids = at.posted.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([since, `evt_${parcels[2]}_1_0`]));
    const bodies = new Map(at.posted.slice(0, before).map(({ headers, body }) => [headers['webhook-id'], body]));
    for (const { headers, body } of at.posted.slice(before)) expect(body).toBe(bodies.get(headers['webhook-id']));

    const moment = '2026-06-30T07:03:00.000Z';
    expect(await at.ask('POST', path, { webhook, since: moment, undelivered: false })).toMatchObject({ sentAgain: 1 });
    expect(await at.ask('POST', path, { webhook })).toEqual({ sentAgain: 0, next: null }); // all of it has arrived
  });

  it('of an event that nobody knows, or of another office, is not found', async () => {
    const [at, other] = [desk(), desk()];
    const webhook = await at.subscribes();
    const others = await other.subscribes();
    await other.parcelComes();
    const since = `evt_${newId()}_1_0`;
    expect((await at.ask('POST', path, { webhook, since })).refused.code).toBe('not_found');
    const foreign = await at.ask('POST', path, { webhook: others, undelivered: false });
    expect(foreign.refused.code).toBe('not_found');
  });
});

it('one event is sent again by hand', async () => {
  const at = desk();
  at.otherSideAnswers(away);
  await at.subscribes();
  await at.parcelComes();
  for (let hours = 0; hours < 24 * 4; hours += 4) await at.minutesPass(240);
  const [held] = (await at.ask('GET', '/deliveries', { state: 'held' })).deliveries;
  expect(held.attempts).toBeGreaterThan(5); // its webhook paused after three days
  const { webhooks: listed } = await at.ask('GET', '/webhooks');
  await at.kernel.dispatch(webhooks, 'resume', {}, at.asked(owner, listed[0].webhook));
  at.otherSideAnswers(taken);
  await at.ask('POST', '/deliveries/{delivery}/send-again', { delivery: held.delivery });
  await at.settles();
  expect((await at.ask('GET', '/deliveries', { state: 'delivered' })).deliveries).toHaveLength(1);
});

it('the offices and labels are kept apart in its tables', async () => {
  expect(await openWalls(database.pool)).toEqual([]);
});

it('every route is for those alone who see to programs', () => {
  expect(new Set(routes.map(({ needs }) => needs))).toEqual(new Set(['integrations.manage']));
});
