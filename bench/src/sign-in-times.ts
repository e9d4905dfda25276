import { randomBytes } from 'node:crypto';
import { createSignIn, defaultHashing } from '@front-office/sign-in';
import { MemoryDirectory } from '@front-office/sign-in/testing';
import { instantOf, newId } from '@front-office/values';
import { median } from './statistics.ts';

const PAIRS = 400;
const PASSWORD = 'Regen am Dienstag';

/**
 * Whether a stranger can tell by the clock that a name has an account: wrong passwords for a known and for an unknown name,
 * in turn, the first of each pair by chance. Both cost one argon2id hash; what is told is the difference, as a share of it.
 */
export async function benchSignInTimes(): Promise<string[]> {
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: () => instantOf(Date.now()),
    sealKey: randomBytes(32),
    relyingParty: { id: 'localhost', name: 'Bench', origins: [] },
    // Lock-outs are tried elsewhere; here every try is to be a real one.
    limits: { account: never, knownBrowser: never, address: never },
  });
  const came = { address: '192.0.2.1', agent: null };
  const link = await signIn.setUpLink();
  if ('refused' in link && link.refused) throw new Error(link.refused.code);
  const { secret } = link as { readonly secret: string }; // not refused
  const first = { secret, name: 'anna@example.com', password: PASSWORD, shownAs: 'Anna', language: 'de' } as const;
  await signIn.takeSetUp(came, first, async () => ({ office: newId(), staff: newId() }));

  const tried = async (name: string): Promise<number> => {
    const begun = performance.now();
    const answer = await signIn.signIn(came, { name, password: 'something else entirely' });
    if (!('refused' in answer) || answer.refused?.code !== 'sign_in_failed') throw new Error('It should have failed.');
    return performance.now() - begun;
  };
  for (let n = 0; n < 10; n++) await tried(n % 2 ? 'anna@example.com' : 'nobody@example.com');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const knownFirst = Math.random() < 0.5;
    if (knownFirst) known.push(await tried('anna@example.com'));
    unknown.push(await tried(`nobody${pair}@example.com`));
    if (!knownFirst) known.push(await tried('anna@example.com'));
  }
  const [a, b] = [median(known), median(unknown)];
  const differences = median(known.map((ms, pair) => ms - (unknown[pair] ?? ms)));
  const share = (value: number) => `${((value / b) * 100).toFixed(2)} %`;
  return [
    `wrong password, known name ${a.toFixed(2)} ms, unknown name ${b.toFixed(2)} ms (argon2id ${defaultHashing.memoryKib / 1024} MiB, ${defaultHashing.passes} passes)`,
    `difference of medians ${share(a - b)}, median of ${PAIRS} differences ${share(differences)}`,
  ];
}

const never = { most: 1_000_000, windowMs: 60 * 60_000 };
