import { createKernel } from '@front-office/kernel';
import { actor, ManualClock } from '@front-office/kernel/testing';
import { createPostgresStore, kernelMigrations } from '@front-office/store-postgres';
import { openWalls, type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { Instant, newId } from '@front-office/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barredPersons, listVisits, VisitQuery, visitPage, visits, visitsModule } from '../src/index.ts';
import { hostId, visitPorts } from '../src/testing.ts';

const kiosk = actor('kiosk', 'visits.checkInSelf');
const desk = actor('desk', 'visits.receive', 'visits.preregister', 'visits.turnAway', 'visits.bar');
const host = hostId('Probeßmann');
const folder = visitsModule.migrations;
if (!folder) throw new Error('visits has tables');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({
    modules: [
      { module: 'kernel', folder: kernelMigrations },
      { module: 'visits', folder },
    ],
  });
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
  return { office, clock, kernel, asked, list, comes };
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
    clock.set('2026-06-30T09:38:00+02:00');
    await kernel.fireDueTimers();
    await kernel.dispatch(visits, 'receive', { badge: '17' }, asked(desk, visit));
    expect((await list({})).visits).toMatchObject([
      {
        state: 'withHost',
        arrivedAt: '2026-06-30T07:35:00.000Z',
        hostReminded: true,
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

interface Plan {
  readonly 'Node Type': string;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

describe('one hundred thousand visits', () => {
  const office = newId();
  beforeAll(async () => {
    await database.pool.query(
      `insert into visits.visitor_log (office_id, visit_id, state, open, moment, visitor, host_id, announced, name_is_barred, host_reminded, forgotten)
       select case when n % 2 = 0 then $1 else $2 end::uuid, gen_random_uuid(), 'waiting', n % 10 < 2, timestamptz '2026-01-01' + n * interval '1 minute',
         '{"family": "Musterfrau"}', gen_random_uuid(), false, false, false, false
       from generate_series(1, 100000) n`,
      [office, newId()],
    );
    await database.pool.query('vacuum analyze visits.visitor_log');
  }, 30_000);

  it.each(['custom', 'generic'])('one page of open ones touches one index and 51 rows (%s plan)', async (mode) => {
    const { text, values } = visitPage(office, VisitQuery.parse({ from: '2026-02-01T00:00:00Z' }));
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.office', $1, true), set_config('role', 'front_office_app', true)`, [
        office,
      ]);
      await client.query(`set local plan_cache_mode = force_${mode}_plan`);
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
      const scans = nodes(rows[0]['QUERY PLAN'][0].Plan).filter((node) => node['Node Type'].includes('Scan'));
      expect(scans).toHaveLength(1);
      const [scan] = scans;
      expect(scan).toMatchObject({ 'Node Type': 'Index Scan', 'Index Name': 'visitor_log_page', 'Actual Rows': 51 });
      expect(scan?.['Rows Removed by Filter'] ?? 0).toBe(0);
    } finally {
      client.release(true);
    }
  });
});
