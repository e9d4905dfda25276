import type { AtTheDoor, Door, SecretKind } from '@front-office/kernel';
import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { doors } from '../src/contract.ts';
import type { No } from '../src/index.ts';
import { de } from '../src/words/de.ts';
import { en } from '../src/words/en.ts';
import { desk, PASSWORD } from './support/desk.ts';

/** Goes through doors as a browser does, and checks that each answers what it promised. */
function visitor(house: ReturnType<typeof desk>) {
  const secrets: Partial<Record<SecretKind, string>> = {};
  const at: AtTheDoor = {
    now: house.clock.now,
    services: { signIn: house.signIn },
    address: '192.0.2.1',
    browser: 'Firefox',
    request: newId(),
    secrets,
    keep(kind, secret) {
      if (secret) secrets[kind] = secret.text;
      else delete secrets[kind];
    },
  };
  const go = async (method: string, path: string, input: object = {}) => {
    // Each door takes what its own schema parsed, which the union of all of them cannot say: hence the cast.
    const door = doors.find((one) => one.method === method && one.path === path) as Door | undefined;
    if (!door) throw new Error(`no door ${method} ${path}`);
    const answer = await door.run(at, door.input.parse(input) as never);
    const refused = (answer as Partial<No>).refused;
    if (refused) expect(door.refusals).toContain(refused.code);
    else door.output.parse(answer);
    expect(JSON.stringify(answer)).not.toContain(secrets.session ?? 'no secret');
    return answer;
  };
  return { go, secrets };
}

describe('the doors', () => {
  it('have each method and path once, and a sentence for each refusal', () => {
    const names = doors.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { refusals } of doors) {
      for (const code of refusals) expect([de.refusals, en.refusals].every((words) => code in words)).toBe(true);
    }
  });

  it('let somebody in, tell them who they are, and out again', async () => {
    const house = desk();
    const { name, staff } = await house.colleague();
    const { go, secrets } = visitor(house);
    expect(await go('POST', '/sign-in', { name, password: 'wrong' })).toMatchObject({
      refused: { code: 'sign_in_failed' },
    });
    expect(secrets).toEqual({});
    await go('POST', '/sign-in', { name, password: PASSWORD });
    expect(await go('GET', '/session')).toMatchObject({ staff, owes: null });
    await go('GET', '/sessions');
    await go('POST', '/account/pin', { pin: '274913' });
    await go('POST', '/account/one-time-codes');
    await go('GET', '/account/passkeys');
    await go('POST', '/account/passkeys/options');
    await go('GET', '/place');
    await go('POST', '/session/lock');
    const { session } = (await go('GET', '/session')) as { readonly session: string };
    expect(await go('GET', '/session')).toMatchObject({ owes: 'unlock' });
    expect(await go('POST', '/place', { session, pin: '274913' })).toMatchObject({ owes: null });
    await go('POST', '/session/end');
    expect(Object.keys(secrets)).toEqual(['browser']);
  });

  it('answer whoever brings nothing with what they promised, and never throw', async () => {
    const { go } = visitor(desk());
    const id = newId();
    const passkey = { id: 'AAAA', rawId: 'AAAA', type: 'public-key' };
    const inputs: Readonly<Record<string, object>> = {
      '/sign-in': { name: 'a\u200bb', password: 'x' },
      '/sign-in/second': { code: '000000' },
      '/sign-in/passkey': {
        ...passkey,
        response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
      },
      'POST /sign-in/demo': { office: id, staff: id },
      '/session/office': { office: id },
      '/sessions/{session}/end': { session: id },
      'POST /place': { session: id, pin: '1' },
      '/account/password': { current: 'x', password: 'y' },
      '/account/pin': { pin: '1' },
      '/account/one-time-codes/confirm': { code: '1' },
      'POST /account/passkeys': {
        label: 'x',
        response: { ...passkey, response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
      },
      '/account/passkeys/{credential}/remove': { credential: 'AAAA' },
      '/invitations/look': { secret: 'x' },
      '/invitations/accept': { secret: 'x', shownAs: 'x', language: 'de' },
      '/recovery': { secret: 'x', password: 'y' },
    };
    for (const { method, path } of doors) await go(method, path, inputs[`${method} ${path}`] ?? inputs[path]);
  });
});

describe('the sentences', () => {
  it.each([['de', de] as const, ['en', en] as const])('in %s say what happened and what to do now', (_, words) => {
    for (const [code, sentence] of Object.entries(words.refusals)) {
      const said = sentence({ left: 3, least: 12, most: 128 });
      expect(said.split(/[.;] /).length, code).toBeGreaterThan(1);
      expect(said).not.toContain('undefined');
    }
    expect(words.refusals.code_wrong({})).not.toContain('undefined');
  });
});
