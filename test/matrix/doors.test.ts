import { afterAll, beforeAll, expect, it } from 'vitest';
import { tables } from '../../apps/api/src/tables.ts';
import type { Door } from '../../packages/kernel/src/index.ts';
import type { Directory } from '../../packages/sign-in/src/index.ts';
import { createPostgresDirectory } from '../../packages/sign-in-postgres/src/index.ts';
import { createPostgresStore } from '../../packages/store-postgres/src/index.ts';
import { type TestDatabase, testDatabase } from '../../packages/store-postgres/src/testing.ts';
import { newId } from '../../packages/values/src/index.ts';
import { ask, nameOf } from './ask.ts';
import { doorRows, type Things } from './door-rows.ts';
import { CANARY, type HouseOfTwo, houseOfTwo, type LetIn } from './house.ts';

// Every door that the router has: by nobody, with a secret that nobody was given, and by somebody about another person.

interface Person extends Things {
  /** With the cookies of their session and their browser. */
  readonly as: LetIn;
}

let database: TestDatabase;
let directory: Directory;
let house: HouseOfTwo;
/** Works in the other office. What is theirs stays as it is, whoever knocks. */
let victim: Person;

beforeAll(async () => {
  database = await testDatabase({ modules: tables });
  directory = createPostgresDirectory({ pool: database.pool });
  house = await houseOfTwo(createPostgresStore({ pool: database.pool }), directory);
  victim = await comesIn(house.other, CANARY);
}, 60_000);
afterAll(async () => {
  await house.stop();
  await database.drop();
});

/** Somebody who has accepted an invitation, and has a passkey. */
async function comesIn(office: string, shownAs: string): Promise<Person> {
  const [staff, credential] = [newId(), credentialOf(newId())];
  const link = await house.signIn.invite({ office, staff, name: `${staff}@example.com` });
  if (link.refused) throw new Error(link.refused.code);
  const accepting = { secret: link.secret, password: 'Regen am Dienstag', shownAs, language: 'en' } as const;
  const entered = await house.signIn.acceptInvitation({ address: '192.0.2.7', agent: shownAs }, accepting);
  if (entered.refused) throw new Error(entered.refused.code);
  const { session, browser, whoAmI } = entered;
  const found = await house.signIn.resolve(session.text);
  if (found === undefined) throw new Error('A session that was just given is not known');
  await directory.addPasskey({
    credential,
    account: found.account as never, // an id is an id
    publicKey: 'AAAA',
    counter: 0,
    transports: [],
    label: shownAs,
    createdAt: house.clock.now(),
    lastUsedAt: null,
  });
  const cookies = { session: session.text, browser: browser.text };
  return { office, staff, session: whoAmI.session, credential, as: letInWith(cookies) };
}

const credentialOf = (id: string) => id.replaceAll('-', '');

function letInWith(secrets: Readonly<Record<string, string>>): LetIn {
  const cookie = Object.entries(secrets).map(([kind, text]) => `__Host-front-office-${kind}=${text}`);
  return { cookie: cookie.join('; '), origin: new URL(house.base).origin };
}

const rowOf = (door: Door) => doorRows[nameOf(door)] ?? (() => ({}));

/** All that the victim sees of themselves, as they see it. */
async function whatTheVictimHas(): Promise<string[]> {
  const seen = house.doors.filter(({ method, opensTo }) => method === 'GET' && opensTo !== 'anyone');
  const answers = await Promise.all(seen.map((door) => ask(house.base, door, rowOf(door)(victim), { as: victim.as })));
  return answers.map(({ status, text }) => `${status} ${text.slice(text.lastIndexOf('\n'))}`);
}

it('has a row for every door, and none for another', () => {
  expect(Object.keys(doorRows).sort()).toEqual(house.doors.map(nameOf).sort());
});

it('opens to nobody without the secret that it asks for, nor with one that nobody was given', async () => {
  for (const door of house.doors.filter(({ opensTo }) => opensTo !== 'anyone')) {
    const nobody = await ask(house.base, door, rowOf(door)(victim));
    expect([nameOf(door), nobody.status, nobody.code]).toEqual([nameOf(door), 401, 'not_signed_in']);
    const invented = letInWith({ session: 'invented', browser: 'invented', device: 'invented' });
    const answer = await ask(house.base, door, rowOf(door)(victim), { as: invented });
    expect([nameOf(door), answer.text]).not.toEqual([nameOf(door), expect.stringContaining(CANARY)]);
    // Ending is for everybody: a browser may always drop what it holds.
    if (door.opensTo === 'session' && door.path !== '/session/end')
      expect([nameOf(door), answer.code]).toEqual([nameOf(door), 'not_signed_in']);
  }
});

it('answers about what is another person’s as about nothing, to the byte', { timeout: 60_000 }, async () => {
  const nothing = { office: newId(), staff: newId(), session: newId(), credential: credentialOf(newId()) };
  const naming = house.doors.filter(
    (door) => JSON.stringify(rowOf(door)(victim)) !== JSON.stringify(rowOf(door)(nothing)),
  );
  expect(naming.length).toBeGreaterThan(5);
  const before = await whatTheVictimHas();
  for (const door of naming) {
    // Of two people, since a door may take what it was shown.
    const [one, another] = [await comesIn(house.own, 'Ivan'), await comesIn(house.own, 'Ivan')];
    const mask = [victim, nothing].flatMap(({ office, staff, session, credential }) => [
      office,
      staff,
      session,
      credential,
    ]);
    const foreign = await ask(house.base, door, rowOf(door)(victim), { as: one.as, mask });
    expect([nameOf(door), foreign]).toEqual([
      nameOf(door),
      await ask(house.base, door, rowOf(door)(nothing), { as: another.as, mask }),
    ]);
    expect(foreign.text).not.toContain(CANARY);
  }
  expect(await whatTheVictimHas()).toEqual(before);
});

it('does to whoever knocks what it does, and nothing to anybody else', { timeout: 60_000 }, async () => {
  const before = await whatTheVictimHas();
  expect(
    before.every((answer) => answer.startsWith('200')),
    before.join('\n'),
  ).toBe(true);
  expect(before.join()).toContain(CANARY);
  const done: string[] = [];
  for (const door of house.doors) {
    const person = await comesIn(house.own, 'Ivan');
    const answer = await ask(house.base, door, rowOf(door)(person), { as: person.as });
    expect([nameOf(door), answer.text]).not.toEqual([nameOf(door), expect.stringContaining(CANARY)]);
    if (answer.status === 200 && door.method === 'POST') done.push(nameOf(door));
  }
  expect(await whatTheVictimHas()).toEqual(before);
  // They were not all refused: what can be done without a second device was done.
  expect(done).toEqual(
    expect.arrayContaining([
      'POST /session/end',
      'POST /sessions/end-others',
      'POST /account/password',
      'POST /account/passkeys/{credential}/remove',
    ]),
  );
});
