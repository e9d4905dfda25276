import { secretsOf } from '@front-office/http-express';
import { defineDoor, refuse, sayRefusals } from '@front-office/kernel';
import { type CameWith, createSignIn, type Limits } from '@front-office/sign-in';
import { doors } from '@front-office/sign-in/contract';
import { MemoryDirectory } from '@front-office/sign-in/testing';
import { de, en } from '@front-office/sign-in/words';
import { millisOf, newId } from '@front-office/values';
import { TOTP, URI } from 'otpauth';
import * as z from 'zod';
import type { FrontDoor, House } from './desk-server.ts';

export const PASSWORD = 'Regen am Dienstag';
export const PIN = '274913';

/** The other office of those who work in two. */
export const BRANCH = { office: newId(), name: 'Zweigpraxis am Musterweg' };

interface FrontDoorOptions {
  readonly demo?: boolean;
  readonly limits?: Partial<Limits>;
}

/** What a colleague has beside a name and a password. */
interface Having {
  readonly pin?: boolean;
  readonly codes?: boolean;
  /** Works in the other office too. */
  readonly branch?: boolean;
  /** Works in the other office only. */
  readonly elsewhere?: boolean;
}

/** The doors of sign-in before a desk in memory, with people who come in by them. */
export function frontDoor(options: FrontDoorOptions = {}) {
  const origins: string[] = [];
  let at: House | undefined;
  const opened = () => {
    if (!at) throw new Error('The desk is opened first');
    return at;
  };
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: () => opened().now(),
    sealKey: new Uint8Array(32).fill(7),
    relyingParty: { id: 'localhost', name: 'Front Office', origins },
    // As little work as argon2 accepts: these tests are about what people see.
    hashing: { memoryKib: 8, passes: 1, lanes: 1 },
    ...options,
  });

  const say = sayRefusals([{ name: 'sign-in', words: { de, en } }]);
  const open = (where: House): FrontDoor => {
    at = where;
    return {
      doors: [...doors, myOffices(where.office)],
      services: { signIn },
      say: (refusal, language) => (refusal.code in en.refusals ? say : where.say)(refusal, language),
      async authenticate(request) {
        const { session } = secretsOf(request);
        if (session === undefined) return undefined;
        const proven = await signIn.resolve(session);
        if (proven?.office && proven.staff)
          return { office: where.office, actor: { ...where.actor(), id: proven.staff } };
        const known = await signIn.whoAmI({ session });
        if ('refused' in known) return undefined;
        if (known.owes === 'unlock') return { refused: refuse('session_locked') };
        return { refused: refuse(known.owes === 'second' ? 'second_proof_owed' : 'no_office_chosen') };
      },
    };
  };

  /** Somebody else's browser. */
  const elsewhere: CameWith = { address: '192.0.2.7', agent: 'Firefox' };
  const cameWith = (text: string): CameWith => ({ ...elsewhere, session: text });

  return {
    open,
    signIn,
    /** Passkeys are for pages of this address. */
    standsAt: (address: string) => origins.push(new URL(address).origin),
    /** Somebody with a sign-in, made in a browser elsewhere; what they can do there is what `cameWith` brings. */
    async colleague(name: string, shownAs: string, has: Having = {}) {
      const office = has.elsewhere ? BRANCH.office : opened().office;
      const entered = await accept({ office, name, shownAs });
      const came = cameWith(entered.session.text);
      if (has.branch) await signIn.joinOffice(came, { office: BRANCH.office, staff: newId() });
      if (has.pin) throwRefused(await signIn.setPin(came, PIN));
      if (!has.codes) return { name, came, code: () => '', recoveryCodes: [] as readonly string[] };
      const made = throwRefused(await signIn.setUpOneTimeCodes(came));
      const app = URI.parse(made.uri);
      if (!(app instanceof TOTP)) throw new Error('The codes are those of a clock');
      const code = () => app.generate({ timestamp: millisOf(opened().now()) });
      throwRefused(await signIn.confirmOneTimeCodes(came, code()));
      const { codes } = throwRefused(await signIn.makeRecoveryCodes(came));
      return { name, came, code, recoveryCodes: codes };
    },
    /** The link of an invitation, as its page has it in the fragment. */
    invite: async (name: string) =>
      throwRefused(await signIn.invite({ office: opened().office, staff: newId(), name })).secret,
    recover: async (name: string) => throwRefused(await signIn.offerRecovery({ name })).secret,
    demoPerson: (shownAs: string) =>
      signIn.demoAccount({ office: opened().office, staff: newId(), shownAs, language: 'de' }),
  };

  async function accept({ office, name, shownAs }: { office: string; name: string; shownAs: string }) {
    const { secret } = throwRefused(await signIn.invite({ office, staff: newId(), name }));
    return throwRefused(
      await signIn.acceptInvitation(elsewhere, { secret, password: PASSWORD, shownAs, language: 'de' }),
    );
  }
}

type Given<T> = Exclude<T, { readonly refused: object }>;
function throwRefused<T extends object>(answer: T): Given<T> {
  if ('refused' in answer && answer.refused) throw new Error(JSON.stringify(answer.refused));
  return answer as Given<T>; // it was just seen that it is not refused
}

/** The names of the offices, as the records of the offices would have them. */
const myOffices = (here: string) =>
  defineDoor({
    method: 'GET',
    path: '/session/offices',
    summary: 'The offices one works in, by name',
    opensTo: 'session',
    input: z.strictObject({}),
    output: z.unknown(),
    run: async () => ({ offices: [{ office: here, name: 'Praxis am Beispielplatz' }, BRANCH] }),
  });
