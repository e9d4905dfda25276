import { createKernel, type Route } from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { Instant, newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../src/contract.ts';
import { barredPersons, listVisits, VisitQuery, visits, visitsModule } from '../src/index.ts';
import { hostId, visitPorts } from '../src/testing.ts';

const kiosk = actor('kiosk', 'visits.checkInSelf');
const desk = actor('desk', 'visits.read', 'visits.receive', 'visits.preregister', 'visits.turnAway', 'visits.bar');
const host = hostId('Probeßmann');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf([visitsModule]) });
});
afterAll(() => database.drop());

/** An office of its own on the database that all tests of this file share. */
function reception() {
  const office = newId();
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const store = createPostgresStore({ pool: database.pool });
  const kernel = createKernel({
    store,
    now: clock.now,
    definitions: [visits, barredPersons],
    ports: visitPorts({ hosts: [{ family: 'Probeßmann' }], closesAt: Instant.parse('2026-06-30T18:00:00+02:00') }),
  });
  const asked = (who: typeof desk, visit?: string) => ({ office, actor: who, request: newId(), case: visit });
  const list = (wish: Partial<Parameters<typeof VisitQuery.parse>[0] & object>) =>
    listVisits(store.query(office), office, VisitQuery.parse(wish));
  const comes = async (family: string) => {
    const answer = await kernel.dispatch(visits, 'walkIn', { visitor: { family }, host }, asked(kiosk));
    if (answer.refused) throw new Error(answer.refused.code);
    return answer.case;
  };
  const expected = async (family: string, expectedAt: string) => {
    const answer = await kernel.dispatch(visits, 'expect', { visitor: { family }, host, expectedAt }, asked(desk));
    if (answer.refused) throw new Error(answer.refused.code);
    return answer.case;
  };
  const does = async (command: 'checkIn' | 'turnAway', input: object, visit: string) => {
    const answer = await kernel.dispatch(visits, command, input as never, asked(desk, visit));
    if (answer.refused) throw new Error(answer.refused.code);
  };
  const bar = (family: string) =>
    kernel.dispatch(barredPersons, 'create', { name: { family }, reason: 'House ban' }, asked(desk));
  const ask = (path: string, input: object) => {
    const route: Route | undefined = routes.find((each) => each.method === 'GET' && each.path === path);
    if (!route) throw new Error(`no route ${path}`);
    const query = store.query(office);
    // As the HTTP adapter does: the input is parsed by the route's own schema.
    return route.run({ kernel, office, actor: desk, request: '', query }, route.input.parse(input) as never);
  };
  return { office, clock, kernel, asked, list, comes, expected, does, bar, ask };
}

describe('the visitor log', () => {
  it('follows a visit from the announcement to the door', async () => {
    const { kernel, clock, asked, list } = reception();
    const expectedAt = '2026-06-30T09:30:00+02:00';
    const input = {
      visitor: { given: 'Anna', family: 'Beispielmüller' },
      company: 'Beispiel & Sample',
      host,
      expectedAt,
    };
    const announced = await kernel.dispatch(visits, 'expect', input, asked(desk));
    if (announced.refused) throw new Error(announced.refused.code);
    const visit = announced.case;
    expect((await list({})).visits).toMatchObject([
      {
        visit,
        state: 'expected',
        visitor: { family: 'Beispielmüller' },
        company: 'Beispiel & Sample',
        arrivedAt: null,
      },
    ]);

    clock.set('2026-06-30T09:35:00+02:00');
    await kernel.dispatch(visits, 'checkIn', {}, asked(desk, visit));
    clock.set('2026-06-30T09:37:00+02:00');
    await kernel.afterCommit.settle();
    expect((await list({})).visits).toMatchObject([{ state: 'waiting', hostReminded: true, deskTold: false }]);
    clock.set('2026-06-30T09:38:00+02:00');
    await kernel.afterCommit.settle();
    expect((await list({})).visits).toMatchObject([{ state: 'waiting', deskTold: true }]);
    await kernel.dispatch(visits, 'receive', { badge: '17' }, asked(desk, visit));
    expect((await list({})).visits).toMatchObject([
      {
        state: 'withHost',
        arrivedAt: '2026-06-30T07:35:00.000Z',
        hostReminded: true,
        deskTold: true,
        badge: '17',
        nameIsBarred: false,
      },
    ]);

    await kernel.dispatch(visits, 'leave', {}, asked(desk, visit));
    expect((await list({})).visits).toEqual([]);
    expect((await list({ show: 'ended' })).visits).toMatchObject([
      { visit, state: 'left', endedAt: '2026-06-30T07:38:00.000Z', forgotten: false },
    ]);
  });

  it('forgets a visitor whose visit is erased, and nobody else', async () => {
    const { clock, kernel, list, comes } = reception();
    await comes('Musterfrau');
    clock.set('2026-07-10T09:00:00+02:00');
    await kernel.afterCommit.settle(); // closed on the day of the visit
    const later = await comes('Beispielmüller');
    clock.set('2026-07-30T18:00:00+02:00');
    await kernel.afterCommit.settle();
    const all = [...(await list({})).visits, ...(await list({ show: 'ended' })).visits];
    expect(all.map(({ visit }) => visit)).toEqual([later]);
  });

  it('shows a page at a time in the order in which people came, each of them once', async () => {
    const { clock, list, comes } = reception();
    const came = [];
    for (let n = 0; n < 7; n++) {
      came.push(await comes(`Probe${'abcdefg'[n]}`));
      if (n % 2 === 0) clock.advanceMinutes(1); // some come in the same minute, and even in the same millisecond
    }
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await list({ limit: 3, ...(after && { after }) });
      seen.push(...page.visits.map(({ visit }) => visit));
      after = page.next;
    } while (after);
    expect([...seen].sort()).toEqual([...came].sort());
    expect(new Set(seen).size).toBe(7);
  });

  it('places a visitor where they came, not where they were expected, and warns of a name barred meanwhile', async () => {
    const { clock, list, comes, expected, does, bar } = reception();
    const visit = await expected('Beispiel', '2026-06-30T17:00:00+02:00');
    await bar('Beispiel');
    clock.set('2026-06-30T09:10:00+02:00');
    await does('checkIn', {}, visit);
    clock.set('2026-06-30T09:20:00+02:00');
    const second = await comes('Probe');
    const one = await list({ limit: 1, until: '2026-06-30T12:00:00+02:00' });
    expect(one.visits).toMatchObject([{ visit, nameIsBarred: true }]);
    const other = await list({ limit: 1, after: one.next });
    expect(other.visits.map(({ visit: id }) => id)).toEqual([second]);
    expect(other.next).toBeNull();
  });

  it('closes with the visit, however it ends', async () => {
    const { clock, kernel, list, comes, expected, does } = reception();
    const forgotten = await comes('Musterfrau');
    const absent = await expected('Beispiel', '2026-06-30T10:00:00+02:00');
    const unwelcome = await comes('Probe');
    await does('turnAway', { reason: 'No room' }, unwelcome);
    clock.set('2026-06-30T18:00:00+02:00');
    await kernel.afterCommit.settle();
    expect((await list({})).visits).toEqual([]);
    const { visits: ended } = await list({ show: 'ended' });
    expect(Object.fromEntries(ended.map(({ visit, state, forgotten: by }) => [visit, `${state} ${by}`]))).toEqual({
      [forgotten]: 'left true',
      [absent]: 'noShow false',
      [unwelcome]: 'turnedAway false',
    });
  });

  it('keeps to the span of time that was asked for, its end excluded', async () => {
    const { clock, list, comes } = reception();
    await comes('Musterfrau');
    clock.set('2026-06-30T10:00:00+02:00');
    const ten = await comes('Probe');
    const span = { from: '2026-06-30T10:00:00+02:00', until: '2026-06-30T10:00:00.001+02:00' };
    expect((await list(span)).visits.map(({ visit }) => visit)).toEqual([ten]);
    expect((await list({ until: '2026-06-30T10:00:00+02:00' })).visits).toHaveLength(1);
  });

  it.each(['nonsense', '2026~x', '~', "2026-06-30T07:00:00Z~'; drop table visits.visitor_log; --"])(
    'refuses the cursor %s',
    (after) => {
      expect(VisitQuery.safeParse({ after }).success).toBe(false);
    },
  );

  it('takes every moment that the database can hold, and refuses the others', async () => {
    const { list, comes } = reception();
    await comes('Musterfrau');
    expect((await list({ from: '0001-01-01T00:00:00Z', until: '9999-12-31T23:59:59.999Z' })).visits).toHaveLength(1);
    const yearZero = '0001-01-01T00:00:00+00:01';
    const nil = '00000000-0000-0000-0000-000000000000';
    for (const wish of [{ from: yearZero }, { until: yearZero }, { after: `${yearZero}~${nil}` }])
      expect(VisitQuery.safeParse(wish).success).toBe(false);
  });

  it("never shows another office's visitors", async () => {
    const one = reception();
    const other = reception();
    await one.comes('Musterfrau');
    expect((await other.list({})).visits).toEqual([]);
  });

  it('keeps the offices apart in every table', async () => {
    expect(await openWalls(database.pool)).toEqual([]);
  });
});

it('the device in the lobby may search for hosts and check itself in, and everything else is for people', () => {
  const open = ['hosts.search', 'visits.checkInSelf'];
  const forDevices = routes.filter(({ needs }) => open.includes(needs)).map(({ method, path }) => `${method} ${path}`);
  expect(forDevices).toEqual(['POST /visits/walk-in', 'GET /hosts', 'GET /visit-policy']);
});

describe('the barred list', () => {
  it('is told page by page, each entry once', async () => {
    const { ask, bar } = reception();
    for (const family of ['Probea', 'Probeb', 'Probec', 'Probed']) await bar(family);
    const seen: unknown[] = [];
    let pages = 0;
    for (let after: string | null | undefined; after !== null && pages < 9; pages++) {
      const { entries, next }: Page = Page.parse(await ask('/barred-persons', { limit: 2, ...(after && { after }) }));
      seen.push(...entries.map(({ name }) => name.family));
      after = next;
    }
    expect(seen).toEqual(['Probea', 'Probeb', 'Probec', 'Probed']);
    expect(pages).toBe(2);
  });
});

const Page = z.object({
  entries: z.array(z.object({ name: z.object({ family: z.string() }) })),
  next: z.string().nullable(),
});
type Page = z.output<typeof Page>;
