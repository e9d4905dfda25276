import { createKernel, type Route } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/contract.ts';
import { type Delivery, listMessages, MessageQuery, messages, messagesModule } from '../src/index.ts';
import { memoryTransport, messagePorts } from '../src/testing.ts';
import { about, annasVisit, desk, joerg, visit } from './post-room.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([messagesModule]) });
});
afterAll(() => database.drop());

/** An office of its own on the database that all tests of this file share. */
function postRoom() {
  const office = newId();
  const clock = new ManualClock('2026-06-30T14:06:00+02:00');
  const store = createPostgresStore({ pool: database.pool });
  let delivery: Delivery = { outcome: 'sent', via: 'post' };
  const transport = memoryTransport(() => delivery);
  const ports = messagePorts({ people: [joerg], subjects: { [visit]: annasVisit }, transport });
  const kernel = createKernel({ store, now: clock.now, definitions: [messages], ports });
  const asked = (message?: string) => ({ office, actor: desk, request: newId(), case: message });
  const query = store.query(office);
  return {
    clock,
    kernel,
    asked,
    serverSays(answer: Delivery) {
      delivery = answer;
    },
    async tells(template: 'visitorArrived' | 'visitorDidNotCome' | 'deskTold'): Promise<string> {
      const to = template === 'deskTold' ? ({ kind: 'desk' } as const) : ({ kind: 'staff', id: joerg.id } as const);
      const answer = await kernel.dispatch(messages, 'queue', { template, to, about }, asked());
      if (answer.refused) throw new Error(answer.refused.code);
      await kernel.afterCommit.settle();
      return answer.case;
    },
    list: (wish: object) => listMessages(query, office, MessageQuery.parse(wish)),
    ask(path: string, input: object) {
      const route: Route | undefined = routes.find((each) => each.method === 'GET' && each.path === path);
      if (!route) throw new Error(`no route ${path}`);
      // As the HTTP adapter does: the input is parsed by the route's own schema.
      return route.run({ kernel, office, actor: desk, request: '', query }, route.input.parse(input) as never);
    },
  };
}

describe('the list of messages', () => {
  it('shows what did not arrive, and why; it leaves the list when it is sent again', async () => {
    const at = postRoom();
    at.serverSays({ outcome: 'bounced', reply: '550 5.1.1' });
    const message = await at.tells('visitorArrived');
    expect((await at.list({ state: 'bounced' })).messages).toEqual([
      {
        message,
        state: 'bounced',
        template: 'visitorArrived',
        staff: joerg.id,
        aboutWorkflow: 'visit',
        about: visit,
        queuedAt: '2026-06-30T12:06:00.000Z',
        since: '2026-06-30T12:06:00.000Z',
        sendAt: '2026-06-30T12:06:00.000Z',
        code: 'recipient_refused',
        reply: '550 5.1.1',
      },
    ]);
    at.serverSays({ outcome: 'sent', via: 'post' });
    await at.kernel.dispatch(messages, 'sendAgain', {}, at.asked(message));
    await at.kernel.afterCommit.settle();
    expect((await at.list({ state: 'bounced' })).messages).toEqual([]);
    expect((await at.list({ state: 'sent' })).messages).toMatchObject([{ message, code: null, reply: null }]);
  });

  it('follows a message from the evening to the next morning', async () => {
    const at = postRoom();
    at.clock.set('2026-06-30T21:30:00+02:00');
    const message = await at.tells('visitorDidNotCome');
    expect((await at.list({ state: 'held' })).messages).toMatchObject([
      { message, sendAt: '2026-07-01T05:00:00.000Z' },
    ]);
    at.clock.set('2026-07-01T07:00:00+02:00');
    await at.kernel.afterCommit.settle();
    expect((await at.list({ state: 'held' })).messages).toEqual([]);
    expect((await at.list({ state: 'sent' })).messages).toMatchObject([{ message, since: '2026-07-01T05:00:00.000Z' }]);
  });

  it('shows a page at a time, the latest first, each of them once', async () => {
    const at = postRoom();
    const told = [];
    for (let n = 0; n < 7; n++) {
      told.push(await at.tells('deskTold'));
      if (n % 2 === 0) at.clock.advanceMinutes(1); // some in the same millisecond
    }
    const seen: string[] = [];
    const moments: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await at.list({ state: 'sent', limit: 3, ...(after && { after }) });
      seen.push(...page.messages.map(({ message }) => message));
      moments.push(...page.messages.map(({ since }) => since));
      after = page.next;
    } while (after);
    expect([...seen].sort()).toEqual([...told].sort());
    expect(new Set(seen).size).toBe(7);
    expect(moments).toEqual(moments.toSorted().reverse());
  });

  it('shows the desk’s own messages as nobody’s in particular, and forgets what is erased', async () => {
    const at = postRoom();
    await at.tells('deskTold');
    expect(await at.ask('/messages', { state: 'sent' })).toMatchObject({ messages: [{ staff: null }], next: null });
    at.clock.set('2026-07-30T14:06:00+02:00');
    await at.kernel.afterCommit.settle();
    expect(await at.ask('/messages', { state: 'sent' })).toEqual({ messages: [], next: null });
  });

  it("never shows another office's messages", async () => {
    await postRoom().tells('deskTold');
    expect((await postRoom().list({ state: 'sent' })).messages).toEqual([]);
  });

  it('keeps the offices apart in its table', async () => {
    expect(await openWalls(database.pool)).toEqual([]);
  });

  it.each(['nonsense', '2026~x', '~', "2026-06-30T07:00:00Z~'; drop table messages.message; --"])(
    'refuses the cursor %s',
    (after) => {
      expect(MessageQuery.safeParse({ after }).success).toBe(false);
    },
  );
});

it('nothing is queued and nothing is confirmed from outside: the desk sends again, or cancels', () => {
  expect(routes.map(({ method, path, needs }) => `${method} ${path} ${needs}`)).toEqual([
    'GET /messages messages.send',
    'GET /messages/{message} messages.send',
    'POST /messages/{message}/send-again messages.send',
    'POST /messages/{message}/cancel messages.send',
  ]);
});
