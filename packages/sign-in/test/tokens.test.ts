import { newId, plusMs } from '@front-office/values';
import { describe, expect, it, vi } from 'vitest';
import { isTokenSecret } from '../src/index.ts';
import { codeOf, desk } from './support/desk.ts';

describe('a token', () => {
  const asked = () =>
    ({ kind: 'service', office: newId(), subject: newId(), scopes: ['visits.receive'], until: null }) as const;

  it('proves its subject until it ends', async () => {
    const { signIn, directory } = desk();
    const wanted = asked();
    const { secret, hint } = await signIn.issueToken(wanted);
    expect(await signIn.resolveToken(secret)).toEqual({ ...wanted, hint });
    expect(JSON.stringify(await directory.tokensOf(wanted.office, wanted.subject))).not.toContain(secret);
    expect([...(await signIn.lastSeen(wanted.office)).keys()]).toEqual([wanted.subject]);
    await signIn.endTokens(wanted.office, wanted.subject);
    expect(await signIn.resolveToken(secret)).toBeUndefined();
  });

  it('has so many requests in a window, and all of them again in the next', async () => {
    const { signIn, clock } = desk();
    const of = { office: newId(), subject: newId() };
    const limit = { most: 2, windowMs: 60_000 };
    const left = async (whose = of) => (await signIn.countRequest(whose, limit)).remaining;
    expect([await left(), await left(), await left()]).toEqual([1, 0, -1]);
    expect(await left({ ...of, subject: newId() })).toBe(1);
    const { resetSeconds } = await signIn.countRequest(of, limit);
    expect(resetSeconds).toBeGreaterThan(0);
    expect(resetSeconds).toBeLessThanOrEqual(60);
    clock.advanceMinutes(1);
    expect(await left()).toBe(1);
  });

  it('is over at its instant', async () => {
    const { signIn, clock } = desk();
    const { secret } = await signIn.issueToken({ ...asked(), until: plusMs(clock.now(), 60_000) });
    expect(await signIn.resolveToken(secret)).toBeDefined();
    clock.advanceMinutes(1);
    expect(await signIn.resolveToken(secret)).toBeUndefined();
  });

  it('that is mistyped is told without asking the directory', async () => {
    const { signIn, directory } = desk();
    const { secret } = await signIn.issueToken({ ...asked(), kind: 'device' });
    expect(secret).toMatch(/^fo_dev_[0-9A-Za-z]{49}$/);
    const look = vi.spyOn(directory, 'token');
    const mistyped = secret.slice(0, 20) + (secret[20] === 'a' ? 'b' : 'a') + secret.slice(21);
    for (const text of [mistyped, secret.slice(0, -1), `${secret}0`, secret.replace('dev', 'key'), '']) {
      expect(isTokenSecret(text)).toBe(false);
      expect(await signIn.resolveToken(text)).toBeUndefined();
    }
    expect(look).not.toHaveBeenCalled();
    expect(isTokenSecret(secret)).toBe(true);
  });
});

describe('pairing', () => {
  const offered = async () => {
    const house = desk();
    const where = { office: newId(), device: newId() };
    return { ...house, where, ...(await house.signIn.offerPairing(where)) };
  };

  it('gives the device a token once, and ends the ones it had', async () => {
    const { signIn, code, where } = await offered();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const first = await signIn.pair(code.toLowerCase().replace('-', ' '), '192.0.2.1');
    if (first.refused) throw new Error(first.refused.code);
    expect(await signIn.resolveToken(first.secret)).toMatchObject({
      kind: 'device',
      office: where.office,
      subject: where.device,
    });
    expect(await codeOf(signIn.pair(code, '192.0.2.1'))).toBe('pairing_code_wrong');
    const again = await signIn.offerPairing(where);
    expect(await codeOf(signIn.pair(again.code, '192.0.2.1'))).toBeUndefined();
    expect(await signIn.resolveToken(first.secret)).toBeUndefined();
  });

  it('a code is over after ten minutes, with the next one, and when it is withdrawn', async () => {
    const { signIn, code, where, clock } = await offered();
    const { code: second } = await signIn.offerPairing(where);
    expect(await codeOf(signIn.pair(code, '192.0.2.1'))).toBe('pairing_code_wrong');
    clock.advanceMinutes(10);
    expect(await codeOf(signIn.pair(second, '192.0.2.1'))).toBe('pairing_code_wrong');
    const { code: third } = await signIn.offerPairing(where);
    await signIn.withdrawPairing(where);
    expect(await codeOf(signIn.pair(third, '192.0.2.1'))).toBe('pairing_code_wrong');
  });

  it('thirty kiosks are paired in an afternoon: a right code is no guess', async () => {
    const { signIn, where } = await offered();
    for (let kiosk = 0; kiosk < 30; kiosk += 1) {
      const { code } = await signIn.offerPairing(where);
      expect(await codeOf(signIn.pair(code, '192.0.2.1'))).toBeUndefined();
    }
    const wrong = await Promise.all(Array.from({ length: 12 }, () => codeOf(signIn.pair('00000000', '192.0.2.1'))));
    expect(wrong.filter((code) => code === 'pairing_code_wrong')).toHaveLength(10);
  });

  it('guessing is stopped by address, and for all addresses together', async () => {
    const { signIn, code } = await offered();
    const guesses = async (many: number, address: (index: number) => string) => {
      let tried = 0;
      for (let index = 0; index < many; index += 1) {
        if ((await codeOf(signIn.pair('00000000', address(index)))) === 'pairing_code_wrong') tried += 1;
      }
      return tried;
    };
    expect(await guesses(50, () => '198.51.100.1')).toBe(10);
    expect(await guesses(500, (index) => `198.51.${index}.2`)).toBe(190);
    expect(await codeOf(signIn.pair(code, '203.0.113.1'))).toBe('too_many_tries');
  });
});
