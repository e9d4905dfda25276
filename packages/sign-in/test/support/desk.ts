import { ManualClock } from '@front-office/kernel/testing';
import { Instant, newId } from '@front-office/values';
import { type CameWith, createSignIn, type Entered, type Limits, type Told } from '../../src/index.ts';
import { MemoryDirectory } from '../../src/testing/memory-directory.ts';

export const RP_ID = 'office.example.com';
export const ORIGIN = 'https://office.example.com';

/** As little work as argon2 accepts: these tests are about who comes in, not about how long it takes. */
export const cheap = { memoryKib: 8, passes: 1, lanes: 1 };

export const PASSWORD = 'Regen am Dienstag';
export const OTHER_PASSWORD = 'Kaffee ohne Zucker';

/** A browser as HTTP sees it: it keeps what it is handed, and brings it along. */
export class Browser {
  session: string | undefined;
  browser: string | undefined;
  readonly address: string;
  constructor(address = '192.0.2.1') {
    this.address = address;
  }
  get brings(): CameWith {
    return { session: this.session, browser: this.browser, address: this.address, agent: 'Firefox' };
  }
  /** Keeps what an answer hands it; fails when it was refused. */
  keep(answer: Entered | { readonly refused: { readonly code: string } }): Entered {
    if (answer.refused) throw new Error(`refused: ${answer.refused.code}`);
    this.session = answer.session.text;
    this.browser = answer.browser.text;
    return answer;
  }
}

export interface DeskOptions {
  readonly demo?: boolean;
  readonly limits?: Partial<Limits>;
  readonly directory?: MemoryDirectory;
  readonly hashing?: Parameters<typeof createSignIn>[0]['hashing'];
  readonly sealKey?: Uint8Array;
}

/** A house with one office, its owner's sign-in, a clock that is set by hand, and the mail that it sent. */
export function desk({ directory = new MemoryDirectory(), hashing, sealKey, ...options }: DeskOptions = {}) {
  const clock = new ManualClock(Instant.parse('2026-06-30T08:00:00+02:00'));
  const told: { readonly what: Told; readonly name: string }[] = [];
  const signIn = createSignIn({
    directory,
    now: clock.now,
    sealKey: sealKey ?? new Uint8Array(32).fill(7),
    relyingParty: { id: RP_ID, name: 'Front Office', origins: [ORIGIN] },
    hashing: { ...cheap, ...hashing },
    tellAbout: async (what, { name }) => {
      told.push({ what, name });
    },
    ...options,
  });
  const office = newId();

  /** Somebody with an account of their own who works in `office`, and the browser they accepted the invitation with. */
  const colleague = async (
    name = 'anna@example.com',
    { at = office, browser = new Browser(), shownAs = 'Anna Beispielmüller' } = {},
  ) => {
    const staff = newId();
    const link = await signIn.invite({ office: at, staff, name });
    if (link.refused) throw new Error(link.refused.code);
    const accepting = { secret: link.secret, password: PASSWORD, shownAs, language: 'de' } as const;
    const entered = browser.keep(await signIn.acceptInvitation(browser.brings, accepting));
    return { name, staff, office: at, browser, entered };
  };

  /** Signs in with the right password, in a browser of its own unless told otherwise. */
  const signedIn = async (name: string, browser = new Browser(), password = PASSWORD) => {
    browser.keep(await signIn.signIn(browser.brings, { name, password }));
    return browser;
  };

  return { signIn, directory, clock, told, office, colleague, signedIn };
}

/** The code of a refusal, or nothing. */
export const codeOf = async (answer: Promise<object>): Promise<string | undefined> => {
  const settled = (await answer) as { readonly refused?: { readonly code: string } };
  return settled.refused?.code;
};
