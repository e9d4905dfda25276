import { startTestCluster } from '@front-office/postgres-embedded/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type ServerUnderTest, startServer, urlOf } from '../../../test/support/server.ts';

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let servers: ServerUnderTest[] = [];

beforeAll(async () => {
  cluster = await startTestCluster();
  const env = { DATABASE_URL: urlOf(cluster) };
  // At once: both migrate and fill the demo day, and neither gets in the other's way.
  servers = await Promise.all([startServer(env), startServer(env)]);
}, 60_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.end('SIGTERM')));
  await cluster.stop();
});

it('two hundred commands at once on one entry, through two servers, end as if in a row', {
  timeout: 60_000,
}, async () => {
  const [one, other] = servers as [ServerUnderTest, ServerUnderTest];
  const name = { given: 'Eva', family: 'Probe' };
  const { body } = await one.as('kiosk').get('/hosts?search=bei');
  const { body: begun } = await one.as('kiosk').post('/visits/walk-in', { visitor: name, host: body.hosts[0].id });
  const wishes = Array.from({ length: 200 }, (_, index) => {
    const server = index % 2 === 0 ? one : other;
    return index % 20 < 19
      ? server.as('desk').post(`/visits/${begun.case}/receive`, { badge: String(index) })
      : server.as('desk').post(`/visits/${begun.case}/leave`, {});
  });
  const answers = await Promise.all(wishes);

  const accepted = answers.filter(({ status }) => status === 200);
  const { body: visit } = await other.as('desk').get(`/visits/${begun.case}`);
  // Each accepted command has its own version, none is missing, and the log tells the same story.
  expect(accepted.map(({ body: { version } }) => version).sort()).toEqual(
    visit.log.slice(1).map(({ version }: { version: number }) => version),
  );
  expect(visit.state).toBe('left');
  const refused = answers.filter(({ status }) => status !== 200);
  expect(new Set(refused.map(({ body: { code } }) => code))).toEqual(new Set(['not_now']));
});

it('the same wish sent to both servers at once is carried out once', { timeout: 60_000 }, async () => {
  const [one, other] = servers as [ServerUnderTest, ServerUnderTest];
  const { body } = await one.as('kiosk').get('/hosts?search=bei');
  for (let round = 0; round < 20; round++) {
    const come = { visitor: { family: 'Musterfrau' }, host: body.hosts[0].id };
    const request = crypto.randomUUID();
    const answers: Answer[] = await Promise.all(
      [one, other, one, other].map((server) => server.as('kiosk').post('/visits/walk-in', come, request)),
    );
    expect(new Set(answers.map(({ status, body: { case: id } }) => `${status} ${id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
  }
});
