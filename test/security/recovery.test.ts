import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { ManualClock } from '../../packages/kernel/src/testing/index.ts';
import { createSignIn, type SignIn } from '../../packages/sign-in/src/index.ts';
import { MemoryDirectory } from '../../packages/sign-in/src/testing.ts';
import { millisOf, newId } from '../../packages/values/src/index.ts';

const browser = { address: '192.0.2.1', agent: 'Firefox' };
const [office, staff] = [newId(), newId()];

it('a recovery link sets a new password, and the second proof is still owed where it was on', async () => {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: clock.now,
    sealKey: new Uint8Array(32),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] },
    hashing: { memoryKib: 64, passes: 1 },
  });
  const session = await withOneTimeCodes(signIn, () => millisOf(clock.now()));
  const link = await signIn.offerRecovery({ office, staff });
  if (link.refused) throw new Error(link.refused.code);
  const recovered = await signIn.recover(browser, { secret: link.secret, password: 'Kaffee ohne Zucker' });
  if (recovered.refused) throw new Error(recovered.refused.code);
  expect(recovered.whoAmI).toMatchObject({ owes: 'second', offices: [], provenBy: ['recovery'] });
  expect(await signIn.resolve(recovered.session.text)).toBeUndefined();
  expect(await signIn.resolve(session)).toBeUndefined();
});

/** Somebody who turned one-time codes on. Answers the secret of their session. */
async function withOneTimeCodes(signIn: SignIn, nowMs: () => number): Promise<string> {
  const link = await signIn.invite({ office, staff, name: 'anna@example.com' });
  if (link.refused) throw new Error(link.refused.code);
  const accepting = { secret: link.secret, password: 'Regen am Dienstag', shownAs: 'Anna', language: 'de' } as const;
  const entered = await signIn.acceptInvitation(browser, accepting);
  if (entered.refused) throw new Error(entered.refused.code);
  const came = { ...browser, session: entered.session.text };
  const made = await signIn.setUpOneTimeCodes(came);
  if (made.refused) throw new Error(made.refused.code);
  expect(await signIn.confirmOneTimeCodes(came, oneTimeCode(made.seed, nowMs()))).toEqual({ confirmed: true });
  return entered.session.text;
}

/** RFC 6238 as an authenticator app has it: HMAC-SHA-1 over the number of the half minute, cut to six digits (RFC 4226, 5.3). */
function oneTimeCode(seed: string, ms: number): string {
  const bits = [...seed].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = digest.readUInt8(19) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
