import { afterAll, beforeAll, expect, it } from 'vitest';
import { setUpOffice } from '../../packages/office/src/index.ts';
import { newId } from '../../packages/values/src/index.ts';
import { ANNA, practice } from './practice.ts';

// Elsewhere an invitation to a name that had an account wrote the inviter's words into it: its name, its password.

let here: Awaited<ReturnType<typeof practice>>;
beforeAll(async () => {
  here = await practice();
});
afterAll(() => here.stop());

it('an invitation that alters an existing user: another office invites Anna, and her account stays as it is', async () => {
  const { signIn, anna, staff, id } = here;
  const elsewhere = newId();
  const members = await setUpOffice(here.office, elsewhere);
  const joining = { office: elsewhere, staff: members.joerg ?? '' };
  const link = await signIn.invite({ ...joining, name: ANNA.name });
  if (link.refused) throw new Error(link.refused.code);
  const { secret } = link;
  const before = await signIn.signInOf({ office: id, staff: staff.anna });

  // Whoever invited her tries to be her with it: by a password of their own, by none, by a session of somebody else.
  const stranger = here.browser();
  const words = { secret, shownAs: 'Somebody else', language: 'en' };
  expect((await stranger.post('/invitations/accept', { ...words, password: 'a password of theirs' })).code).toBe(
    'sign_in_failed',
  );
  expect((await stranger.post('/invitations/accept', words)).code).toBe('not_signed_in');
  expect((await here.sabine.post('/invitations/accept', words)).code).toBe('not_signed_in');
  expect((await stranger.get('/session')).code).toBe('not_signed_in');

  // Anna accepts it herself: she works in both, under the name and the password that she had.
  expect((await anna.post('/invitations/accept', words)).body).toMatchObject({ shownAs: 'Anna Beispielmüller' });
  expect(await signIn.signInOf({ office: id, staff: staff.anna })).toEqual(before);
  expect(await signIn.signInOf(joining)).toEqual(before);
  const again = await here.browser().post('/sign-in', ANNA);
  expect(again.body).toMatchObject({ shownAs: 'Anna Beispielmüller', language: 'de', offices: [id, elsewhere].sort() });

  // Nor has the other office a key to her now.
  expect(await signIn.offerRecovery(joining)).toMatchObject({ refused: { code: 'account_elsewhere' } });
});
