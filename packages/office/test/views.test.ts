import type { Actor, Asked } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { staffMembers } from '@front-office/organisation';
import { createPostgresStore, migrationsOf } from '@front-office/store-postgres';
import { type TestDatabase, testDatabase } from '@front-office/store-postgres/testing';
import { newId } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOffice, fillDemoDay, modules, viewRoutes } from '../src/index.ts';

const [welcome, visitorsToday] = viewRoutes;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ modules: migrationsOf(modules) });
});
afterAll(() => database.drop());

async function demo(name: keyof typeof verticals, at = '2026-06-30T10:00:00+02:00') {
  const vertical = verticals[name];
  const store = createPostgresStore({ pool: database.pool });
  const clock = new ManualClock(at);
  const id = newId();
  await fillDemoDay({ store, vertical, office: id, now: clock.now });
  const office = createOffice({ store, vertical, now: clock.now });
  const actor: Actor = { kind: 'staff', id: 'desk', capabilities: new Set(vertical.roles.receptionist.capabilities) };
  const asked: Asked = { kernel: office, office: id, actor, request: 'a', query: store.query(id) };
  return { office, id, clock, asked, vertical };
}

it.each(Object.keys(verticals) as (keyof typeof verticals)[])(
  'the desk of a %s office sees its day, with the names of the hosts',
  async (name) => {
    const { asked, vertical } = await demo(name);
    const day = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
    expect(day.office).toBe(vertical.organisation.office.name);
    expect(day.open.map(({ state }) => state)).toEqual(expect.arrayContaining(['withHost', 'waiting', 'expected']));
    expect(day.ended.map(({ state }) => state)).toEqual(['left']);
    const hosts = Object.values(vertical.organisation.staff).map(({ name: { family } }) => family);
    for (const { hostName } of [...day.open, ...day.ended])
      expect(hosts.some((family) => hostName.endsWith(family))).toBe(true);
  },
);

it('yesterday is gone from the list, but not a visitor who is still in the house', async () => {
  const { asked, clock } = await demo('medical');
  clock.set('2026-07-01T08:00:00+02:00');
  const day = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
  expect(day.ended).toEqual([]);
  expect(day.open.map(({ state }) => state)).toEqual(expect.arrayContaining(['withHost', 'waiting']));
});

it('on a day with more visitors than one page has lines, the last one to come is there too', async () => {
  const { asked, id, clock } = await demo('medical');
  const earlier = `insert into visits.visitor_log (office_id, visit_id, state, open, moment, arrived_at, visitor, host_id, announced,
      name_is_barred, host_reminded, forgotten)
    select $1, gen_random_uuid(), 'waiting', true, at, at, '{"family": "Musterfrau"}',
      gen_random_uuid(), false, false, false, false
    from generate_series(3600, 4040) n, lateral (select $2::timestamptz - n * interval '1 second' as at) t`;
  const before = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
  await database.pool.query(earlier, [id, clock.now()]);
  const day = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
  expect(day.open).toHaveLength(before.open.length + 441);
  expect(day.open.at(-1)).toEqual(before.open.at(-1));
});

it('a host who has left the staff keeps the name on the visits they received', async () => {
  const { asked, office, id } = await demo('medical');
  const day = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
  const [line] = day.open;
  const lead: Actor = { kind: 'staff', id: 'lead', capabilities: new Set(['staff.invite', 'staff.read']) };
  const seen = await office.view(staffMembers, { office: id, actor: lead, case: line?.host ?? '' });
  if (seen.refused) throw new Error(seen.refused.code);
  const gone = { ...seen.context, active: false } as never;
  const left = await office.dispatch(staffMembers, 'change', gone, {
    office: id,
    actor: lead,
    request: newId(),
    case: seen.case,
  });
  expect(left.refused).toBeUndefined();
  const later = visitorsToday.output.parse(await visitorsToday.run(asked, {} as never));
  expect(later.open[0]?.hostName).toBe(line?.hostName);
});

it('the kiosk is told its words in both languages before anybody has touched it', async () => {
  for (const name of Object.keys(verticals) as (keyof typeof verticals)[]) {
    const { asked, vertical } = await demo(name);
    const shown = welcome.output.parse(await welcome.run(asked, {} as never));
    expect(shown.words.de.greeting).toBe(vertical.words.de.kiosk.greeting);
    expect(shown.words.en.greeting).toBe(vertical.words.en.kiosk.greeting);
    expect(shown.purposes).toEqual(vertical.policy.visits.purposes);
  }
});
