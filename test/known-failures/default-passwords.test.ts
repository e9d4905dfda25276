import { expect, it, onTestFinished } from 'vitest';
import { frequentPasswords } from '../../packages/sign-in/src/frequent-passwords.ts';
import { newServer, practice, wish } from './practice.ts';

// Visitor systems were found that let anybody in as administrator with the password of the manual (X-Force Red).

const names = ['admin', 'admin@localhost', 'administrator@example.com', 'kiosk'];
const manuals = ['admin', 'password', 'changeme', 'default', '123456', 'front-office'];

it('default passwords: a new server has no account that anybody could guess, and none of those passwords can be set', async () => {
  const server = await newServer();
  onTestFinished(() => server.stop());
  for (const name of names)
    for (const password of manuals) {
      const { code } = await server.browser().post('/sign-in', { name, password });
      expect([name, password, code]).toEqual([name, password, 'sign_in_failed']);
    }
  expect((await server.browser().get('/sign-in/demo')).code).toBe('demo_only');
  expect((await server.browser().post('/pair/demo', {})).code).toBe('demo_only');
  expect((await server.browser().post('/set-up', { secret: 'admin', ...first('Regen am Dienstag') })).code).toBe(
    'link_over',
  );

  // The one way in is the link that whoever starts the server reads there: there is one as long as there is no account.
  // It takes no common password either.
  const link = await server.signIn.setUpLink();
  if (link.refused) throw new Error(link.refused.code);
  const common = [...frequentPasswords].filter(({ length }) => length >= 12);
  expect(common.length).toBeGreaterThan(20);
  for (const password of [...manuals, ...common]) {
    const { code } = await server.browser().post('/set-up', { secret: link.secret, ...first(password) });
    expect([password, code]).toEqual([password, expect.stringMatching(/^password_/)]);
  }
});

it('default passwords: an office that was opened has an account for its owner alone', async () => {
  const here = await practice();
  onTestFinished(() => here.stop());
  expect(await here.signIn.signInOf({ office: here.id, staff: here.staff.lena })).toBeUndefined();
  expect(await here.signIn.setUpLink()).toMatchObject({ refused: { code: 'set_up_done' } });
});

const first = (password: string) => ({
  name: 'anna@example.com',
  password,
  shownAs: 'Anna',
  language: 'de',
  office: wish,
});
