import { afterAll, beforeAll, expect, it } from 'vitest';
import { tables } from '../../apps/api/src/tables.ts';
import { followEvents } from '../../packages/http-express/src/client.ts';
import { type Actor, exportLog } from '../../packages/kernel/src/index.ts';
import { createPostgresDirectory } from '../../packages/sign-in-postgres/src/index.ts';
import { createPostgresStore } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';
import { visits } from '../../packages/visits/src/index.ts';
import { CANARY, type HouseOfTwo, houseOfTwo } from './house.ts';

let database: TestDatabase;
let house: HouseOfTwo;

beforeAll(async () => {
  database = await testDatabase({ modules: tables });
  const { pool } = database;
  house = await houseOfTwo(createPostgresStore({ pool }), createPostgresDirectory({ pool }));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await database.drop();
});

const kiosk: Actor = { kind: 'device', id: 'kiosk', capabilities: new Set(['visits.checkInSelf']) };

async function comesTo(office: string, host: string | undefined, family: string): Promise<string> {
  const asked = { office, actor: kiosk, request: newId() };
  const answer = await house.office.dispatch(visits, 'walkIn', { visitor: { family }, host: host ?? '' }, asked);
  if (answer.refused) throw new Error(answer.refused.code);
  return answer.case;
}

it('the feed of one office tells nothing of the other, whatever happens there', async () => {
  const background = house.office.afterCommit.start();
  const leaving = new AbortController();
  const heard: string[] = [];
  let awaited = '';
  const options = { baseUrl: house.base, headers: house.callers.owner ?? {}, signal: leaving.signal };
  const following = (async () => {
    for await (const event of followEvents(options)) {
      heard.push(JSON.stringify(event));
      if (heard.length === 1) awaited = await both();
      if (awaited !== '' && heard.at(-1)?.includes(awaited)) return leaving.abort();
    }
  })();
  const foreign: string[] = [];
  async function both(): Promise<string> {
    for (let n = 0; n < 5; n++) foreign.push(await comesTo(house.other, house.otherIds.host, CANARY));
    return comesTo(house.own, house.ownIds.host, 'Musterfrau');
  }
  await following;
  await background.stop();
  expect(foreign).toHaveLength(5);
  for (const line of heard) {
    expect(line).not.toContain(CANARY);
    for (const id of foreign) expect(line).not.toContain(id);
  }
}, 20_000);

it('the export of one office’s log holds no row of the other', async () => {
  await house.office.afterCommit.settle();
  const lines: string[] = [];
  for await (const line of exportLog(house.office.store, house.own)) lines.push(line);
  expect(lines.length).toBeGreaterThan(1);
  const text = lines.join('\n');
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain(house.other);
  const theirs: string[] = [];
  for await (const line of exportLog(house.office.store, house.other)) theirs.push(line);
  expect(theirs.join('\n')).toContain(CANARY);
});
