import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Door } from '../../packages/kernel/src/index.ts';
import { practice } from './practice.ts';

// A program that let a browser update its own session took the account's name from that update: whoever sent another
// name was that other person from then on (CVE-2026-23478).

let here: Awaited<ReturnType<typeof practice>>;
beforeAll(async () => {
  here = await practice();
});
afterAll(() => here.stop());

it('identity changed through a session update: no door of a session takes a name for who somebody is', async () => {
  const { anna, sabine, staff, id } = here;
  const annasSession = await sessionOf(anna);
  const who = { account: staff.anna, staff: staff.anna, member: staff.anna, user: staff.anna, username: 'anna' };
  const claims = { ...who, email: 'anna@example.com', name: 'anna@example.com', shownAs: 'Anna', owes: null };
  const before = (await sabine.get('/session')).body;
  const asked = here.office.doors.filter(changesASession);
  expect(asked.map(({ path }) => path)).toContain('/session/office');
  for (const door of asked) {
    const answer = await sabine.post(door.path.replace(/\{\w+\}/g, annasSession), claims);
    const refused = `${Object.keys(claims)}: unrecognized_keys`;
    expect([door.path, answer.code]).toEqual([door.path, 'input_invalid']);
    expect(answer.body).toMatchObject({ figures: { fields: expect.arrayContaining([refused]) } });
    expect((await sabine.get('/session')).body).toEqual(before);
  }

  // What a session may be told is one's own alone.
  expect((await sabine.post(`/sessions/${annasSession}/end`, {})).code).toBe('session_unknown');
  expect((await sabine.post('/place', { session: annasSession, pin: '274913' })).code).toBe('place_over');
  expect((await sabine.post('/session/office', { office: crypto.randomUUID() })).code).toBe('office_not_yours');
  expect((await sabine.post('/session/office', { office: id })).body).toMatchObject({ staff: staff.sabine });
  expect((await anna.get('/session')).body).toMatchObject({ staff: staff.anna, session: annasSession });
});

const changesASession = ({ method, opensTo }: Door) => method === 'POST' && opensTo !== 'anyone';

async function sessionOf(browser: typeof here.anna): Promise<string> {
  return ((await browser.get('/session')).body as { session: string }).session; // as its contract says
}
