import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANNA, practice, SABINE } from './practice.ts';

// Elsewhere whoever might edit a contact changed the account behind it, and had its password sent to an address of
// their own (CVE-2019-11782).

let here: Awaited<ReturnType<typeof practice>>;
beforeAll(async () => {
  here = await practice();
});
afterAll(() => here.stop());

it('editing a contact changes an account: a new mail address at a person’s record leads nobody to their sign-in', async () => {
  const { anna, sabine, staff, told } = here;
  const record = `/staff-members/${staff.anna}`;
  const changed = { ...contactIn((await sabine.get(record)).body), name: { family: 'Musterfrau' }, mail: SABINE.name };

  // Sabine may edit the record, but nothing in it is an account.
  for (const account of [{ password: 'a password of hers' }, { account: SABINE.name }, { shownAs: 'Sabine' }])
    expect((await sabine.post(`${record}/change`, { ...changed, ...account })).code).toBe('input_invalid');
  expect((await sabine.post(`${record}/change`, changed)).status).toBe(200);
  expect(contactIn((await sabine.get(record)).body)).toMatchObject({ mail: SABINE.name });

  // The account has its name, its password and its owner still.
  expect((await anna.get(`${record}/sign-in`)).body).toEqual({ name: ANNA.name, demo: false });
  expect((await anna.get('/session')).body).toMatchObject({ shownAs: 'Anna Beispielmüller', staff: staff.anna });
  expect((await here.browser().post('/sign-in', ANNA)).body).toMatchObject({ staff: staff.anna });
  expect((await here.browser().post('/sign-in', SABINE)).body).toMatchObject({ staff: staff.sabine });

  // No new way in comes with the new address, and what is told of the account goes to its own name.
  expect((await sabine.post(`${record}/invitation`, { mail: SABINE.name })).code).toBe('staff_has_account');
  expect((await sabine.post(`${record}/recovery`, {})).code).toBe('not_permitted');
  expect((await anna.post(`${record}/recovery`, {})).status).toBe(200);
  expect(told).toEqual([`recoveryOffered → ${ANNA.name}`]);
});

/** What a record holds, as its contract says. */
const contactIn = (body: unknown) => (body as { context: Record<string, unknown> }).context;
