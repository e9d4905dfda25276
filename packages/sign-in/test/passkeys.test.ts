import { describe, expect, it } from 'vitest';
import { Authenticator } from './support/authenticator.ts';
import { Browser, codeOf, desk } from './support/desk.ts';

async function withPasskey() {
  const house = desk();
  const anna = await house.colleague();
  const { signIn } = house;
  const add = async (telephone: Authenticator, browser = anna.browser) => {
    const made = await signIn.newPasskeyOptions(browser.brings);
    if (made.refused) throw new Error(made.refused.code);
    return signIn.addPasskey(browser.brings, { label: 'Mein Telefon', response: telephone.create(made.options) });
  };
  const telephone = new Authenticator();
  expect(await codeOf(add(telephone))).toBeUndefined();
  const challenge = async () => {
    const made = await signIn.passkeySignInOptions(new Browser().brings);
    if (made.refused) throw new Error(made.refused.code);
    return made.options;
  };
  const use = async (by = telephone) => signIn.signInByPasskey(new Browser().brings, by.get(await challenge()));
  return { ...house, anna, add, telephone, challenge, use };
}

describe('a passkey', () => {
  it('signs in without a name, and is two proofs in itself', async () => {
    const { use, office, told, anna } = await withPasskey();
    expect(await use()).toMatchObject({ whoAmI: { office, owes: null, provenBy: ['passkey'] } });
    expect(told).toEqual([{ what: 'passkeyAdded', name: anna.name }]);
  });

  it('answers a challenge once, within five minutes', async () => {
    const { signIn, telephone, challenge, clock } = await withPasskey();
    const answered = telephone.get(await challenge());
    expect(await codeOf(signIn.signInByPasskey(new Browser().brings, answered))).toBeUndefined();
    expect(await codeOf(signIn.signInByPasskey(new Browser().brings, answered))).toBe('sign_in_failed');
    const late = telephone.get(await challenge());
    clock.advanceMinutes(5);
    expect(await codeOf(signIn.signInByPasskey(new Browser().brings, late))).toBe('sign_in_failed');
    const own = telephone.get({ challenge: Buffer.alloc(32).toString('base64url') });
    expect(await codeOf(signIn.signInByPasskey(new Browser().brings, own))).toBe('sign_in_failed');
  });

  it('whose counter did not rise was copied, and is refused', async () => {
    const { use, telephone } = await withPasskey();
    telephone.counter = 5;
    expect(await codeOf(use())).toBeUndefined();
    telephone.counter = 4;
    expect(await codeOf(use())).toBe('sign_in_failed');
    telephone.counter = 6;
    expect(await codeOf(use())).toBeUndefined();
  });

  it.each([
    ['from another site', (telephone: Authenticator) => (telephone.origin = 'https://office.example.org')],
    ['without the finger or the face', (telephone: Authenticator) => (telephone.verifiesUser = false)],
    ['that says it is somebody else’s', (telephone: Authenticator) => (telephone.userHandle = 'bm9ib2R5')],
    ['that does not say whose it is', (telephone: Authenticator) => (telephone.userHandle = undefined)],
  ])('%s is refused', async (_, change) => {
    const { use, telephone } = await withPasskey();
    change(telephone);
    expect(await codeOf(use())).toBe('sign_in_failed');
  });

  it('that nobody knows, and one under a known id with another key, are refused', async () => {
    const { signIn, use, telephone, challenge } = await withPasskey();
    expect(await codeOf(use(new Authenticator()))).toBe('sign_in_failed');
    const forger = new Authenticator();
    forger.userHandle = telephone.userHandle;
    const forged = { ...forger.get(await challenge()), id: telephone.id, rawId: telephone.id };
    expect(await codeOf(signIn.signInByPasskey(new Browser().brings, forged))).toBe('sign_in_failed');
  });

  it('that makes no sense is refused like everything else', async () => {
    const { signIn, challenge, telephone } = await withPasskey();
    const answer = telephone.get(await challenge());
    const nonsense = [
      { clientDataJSON: 'AAAA' },
      { clientDataJSON: '' },
      { authenticatorData: 'AAAA' },
      { signature: 'AAAA' },
    ];
    for (const change of nonsense) {
      const response = { ...telephone.get(await challenge()).response, ...change };
      expect(await codeOf(signIn.signInByPasskey(new Browser().brings, { ...answer, response }))).toBe(
        'sign_in_failed',
      );
    }
  });
});

describe('one’s passkeys', () => {
  it('are added by whoever was proven within ten minutes', async () => {
    const { signIn, anna, clock } = await withPasskey();
    clock.advanceMinutes(10);
    expect(await codeOf(signIn.newPasskeyOptions(anna.browser.brings))).toBe('proof_too_old');
    expect(await codeOf(signIn.removePasskey(anna.browser.brings, 'any'))).toBe('proof_too_old');
    expect(await codeOf(signIn.newPasskeyOptions(new Browser().brings))).toBe('not_signed_in');
  });

  it('a challenge for one person makes no passkey for another', async () => {
    const { signIn, anna, colleague } = await withPasskey();
    const joerg = await colleague('joerg@example.com');
    const made = await signIn.newPasskeyOptions(anna.browser.brings);
    if (made.refused) throw new Error(made.refused.code);
    const response = new Authenticator().create(made.options);
    expect(await codeOf(signIn.addPasskey(joerg.browser.brings, { label: 'x', response }))).toBe('passkey_failed');
  });

  it('are listed and removed by their owner, and known once', async () => {
    const { signIn, anna, add, telephone, use, colleague } = await withPasskey();
    expect(await codeOf(add(telephone))).toBe('passkey_known');
    const line = { credential: telephone.id, label: 'Mein Telefon', lastUsedAt: null };
    expect(await signIn.myPasskeys(anna.browser.brings)).toMatchObject({ passkeys: [line] });
    const joerg = await colleague('joerg@example.com');
    expect(await codeOf(signIn.removePasskey(joerg.browser.brings, telephone.id))).toBe('passkey_unknown');
    expect(await signIn.removePasskey(anna.browser.brings, telephone.id)).toEqual({ removed: true });
    expect(await codeOf(use())).toBe('sign_in_failed');
  });

  it('the last one stays where there is no password', async () => {
    const { signIn, directory, anna, add, telephone } = await withPasskey();
    const account = await directory.accountByName(anna.name);
    if (!account) throw new Error('Anna has an account');
    await directory.changeAccount({ ...account, password: null });
    expect(await codeOf(signIn.removePasskey(anna.browser.brings, telephone.id))).toBe('last_way_in');
    await add(new Authenticator());
    expect(await signIn.removePasskey(anna.browser.brings, telephone.id)).toEqual({ removed: true });
  });
});
