import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Browser, desk, OTHER_PASSWORD, PASSWORD } from './support/desk.ts';

const PIN = '274913';

/**
 * Jörg tries whatever he can at his own browser, with his own password and PIN and all ids that he may have seen.
 * Anna's password, PIN and browser he does not have.
 */
type Step = (house: Awaited<ReturnType<typeof setting>>) => Promise<unknown>;

async function setting() {
  const house = desk({ demo: true });
  const anna = await house.colleague();
  await house.signIn.setPin(anna.browser.brings, PIN);
  const joerg = await house.colleague('joerg@example.com', { shownAs: 'Jörg Probeßmann' });
  return { ...house, anna, joerg: joerg.browser, joergs: joerg };
}

const keeping = (browser: Browser, answer: unknown) => {
  const entered = answer as {
    readonly session?: { readonly text: string };
    readonly browser?: { readonly text: string };
  };
  browser.session = entered.session?.text ?? browser.session;
  browser.browser = entered.browser?.text ?? browser.browser;
};

const steps: Readonly<Record<string, Step>> = {
  signsInAsAnna: async ({ signIn, anna, joerg }) =>
    keeping(joerg, await signIn.signIn(joerg.brings, { name: anna.name, password: OTHER_PASSWORD })),
  signsIn: async ({ signIn, joerg }) =>
    keeping(joerg, await signIn.signIn(joerg.brings, { name: 'joerg@example.com', password: PASSWORD })),
  takesAnnasPlace: async ({ signIn, anna, joerg }) =>
    keeping(joerg, await signIn.changePlace(joerg.brings, { session: anna.entered.whoAmI.session, pin: '518204' })),
  takesAnnasPlaceByAnnasPin: async ({ signIn, anna, joerg }) =>
    keeping(joerg, await signIn.changePlace(joerg.brings, { session: anna.entered.whoAmI.session, pin: PIN })),
  endsAnnasSession: ({ signIn, anna, joerg }) => signIn.endSession(joerg.brings, anna.entered.whoAmI.session),
  choosesTheOffice: async ({ signIn, office, joerg }) =>
    keeping(joerg, await signIn.chooseOffice(joerg.brings, office)),
  locks: ({ signIn, joerg }) => signIn.lock(joerg.brings),
  unlocks: async ({ signIn, joerg, joergs }) =>
    keeping(joerg, await signIn.changePlace(joerg.brings, { session: joergs.entered.whoAmI.session, pin: PIN })),
  setsAPin: ({ signIn, joerg }) => signIn.setPin(joerg.brings, PIN),
  changesThePassword: async ({ signIn, joerg }) =>
    keeping(joerg, await signIn.changePassword(joerg.brings, { current: PASSWORD, password: `${PASSWORD}!` })),
  acceptsAnnasInvitation: async ({ signIn, anna, joerg, joergs }) => {
    const link = await signIn.invite({ office: crypto.randomUUID(), staff: joergs.staff, name: anna.name });
    if (link.refused) return;
    const accepting = { secret: link.secret, shownAs: 'Jörg', language: 'de' } as const;
    keeping(joerg, await signIn.acceptInvitation(joerg.brings, accepting));
    keeping(joerg, await signIn.acceptInvitation(joerg.brings, { ...accepting, password: OTHER_PASSWORD }));
  },
  comesInAsDemo: async ({ signIn, anna, joerg }) => keeping(joerg, await signIn.demoSignIn(joerg.brings, anna)),
  signsOut: ({ signIn, joerg }) => signIn.signOut(joerg.brings),
  waits: async ({ clock }) => clock.advanceMinutes(7),
};

it('whatever somebody does without another’s password, PIN and browser, they never are that other', async () => {
  const names = Object.keys(steps);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 12 }), async (walk) => {
      const house = await setting();
      for (const name of walk) {
        await steps[name]?.(house);
        const me = await house.signIn.whoAmI(house.joerg.brings);
        if ('session' in me) expect(me.shownAs).toBe('Jörg Probeßmann');
        expect((await house.signIn.resolve(house.joerg.session ?? ''))?.staff ?? house.joergs.staff).toBe(
          house.joergs.staff,
        );
      }
      // Nor did they take anything from her.
      const anna = await house.signIn.whoAmI(house.anna.browser.brings);
      expect(anna).toMatchObject({ session: house.anna.entered.whoAmI.session });
    }),
    { numRuns: 60 },
  );
});
