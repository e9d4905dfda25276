import { setTimeout as pause } from 'node:timers/promises';
import { byKey, EffectFailed, type Kernel, type Language } from '@front-office/kernel';
import type { Mail, MailTransport } from '@front-office/messages';
import { offices } from '@front-office/organisation';
import type { SignIn, TellAbout } from '@front-office/sign-in';
import { de, en } from '@front-office/sign-in/words';
import { type Instant, MINUTE_MS, newId } from '@front-office/values';

export interface AccountMailOptions {
  readonly transport: MailTransport;
  readonly now: () => Instant;
  /** Told of every try that failed; the last one has `where` 'account mail, given up'. */
  readonly onProblem: (error: unknown, where: string) => void;
  /** How long to wait before each further try. */
  readonly pausesMs?: readonly number[];
}

/** Where the mails come from: the offices that an account is a member of, once they are open. */
export interface Senders {
  readonly kernel: Pick<Kernel, 'read'>;
  readonly signIn: Pick<SignIn, 'officesOf'>;
}

export interface AccountMail {
  /** For `createSignIn`: it only notes what is to be told, and never throws. */
  readonly tellAbout: TellAbout;
  /** Sends from now on in the name of these. What was noted before is sent then. */
  sendFrom(senders: Senders): void;
  /** Waits for nothing more; what is still unsent is given up. */
  stop(): void;
}

const MINUTES = [1, 5, 15];

/**
 * Tells the owner of an account by mail what has happened to it, in the name of an office that they work in and that has a
 * mail address. A mail that cannot be sent is tried again for some twenty minutes. It is kept in memory: a server that
 * stops meanwhile does not send it.
 */
export function accountMail({ transport, now, onProblem, ...options }: AccountMailOptions): AccountMail {
  const pausesMs = options.pausesMs ?? MINUTES.map((minutes) => minutes * MINUTE_MS);
  const stopping = new AbortController();
  const open = Promise.withResolvers<Senders>();

  async function tell(...[told, account]: Parameters<TellAbout>): Promise<void> {
    const id = newId();
    const date = now();
    const senders = await open.promise;
    for (const pauseMs of [...pausesMs, undefined]) {
      try {
        const from = await senderFor(senders, account.name);
        if (from === undefined) return;
        const { subject, text } = words[account.language].told[told];
        const mail: Mail = {
          id: `<account-${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
          from,
          to: { name: account.shownAs, address: account.name },
          subject,
          text: letter(account.language, { name: account.shownAs, text, office: from.name }),
          language: account.language,
          date,
        };
        await transport.send(mail, { key: `account-${id}`, signal: stopping.signal });
        return;
      } catch (error) {
        const isOver = pauseMs === undefined || (error instanceof EffectFailed && error.permanent);
        onProblem(error, isOver ? 'account mail, given up' : 'account mail');
        if (isOver) return;
        await pause(pauseMs, undefined, { ref: false, signal: stopping.signal });
      }
    }
  }

  return {
    async tellAbout(told, account) {
      // A pause that is cut short by `stop` ends here; everything else is caught above.
      void tell(told, account).catch(() => {});
    },
    sendFrom: (senders) => open.resolve(senders),
    stop: () => stopping.abort(),
  };
}

const words = { de, en };

/** The first office of the account that has a mail address; nothing is sent where there is none. */
async function senderFor({ kernel, signIn }: Senders, name: string) {
  for (const office of await signIn.officesOf(name)) {
    const [own] = await kernel.read(office, byKey(offices, 'self'));
    if (own?.data.mail) return { name: own.data.name, address: own.data.mail };
  }
  return undefined;
}

interface Parts {
  readonly name: string;
  readonly text: string;
  readonly office: string;
}

const frames: Readonly<Record<Language, readonly [greeting: string, closing: string]>> = {
  de: ['Guten Tag', 'Freundliche Grüße'],
  en: ['Hello', 'Kind regards'],
};

function letter(language: Language, { name, text, office }: Parts): string {
  const [greeting, closing] = frames[language];
  return `${greeting} ${name},\n\n${text}\n\n${closing}\n${office}\n`;
}
