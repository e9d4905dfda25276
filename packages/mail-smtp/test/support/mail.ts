import { EffectFailed } from '@front-office/kernel';
import type { Delivery, Mail, MailTransport } from '@front-office/messages';
import { Instant } from '@front-office/values';

export const key = '01980000-0000-7000-8000-000000000001.1';

export const mail: Mail = {
  id: `<${key}@praxis.example.com>`,
  from: { name: 'Beispielpraxis', address: 'empfang@praxis.example.com' },
  to: { name: 'Jörg Probeßmann', address: 'joerg@praxis.example.com' },
  subject: 'Ihr Besuch ist da',
  text: 'Guten Tag, Jörg Probeßmann,\n\nIhr Besuch ist um 14:05 Uhr angekommen.\n',
  language: 'de',
  date: Instant.parse('2026-06-30T14:05:00+02:00'),
};

const never = new AbortController().signal;

export const sent = (transport: MailTransport, what: Mail = mail, signal = never): Promise<Delivery> =>
  transport.send(what, { key, signal });

/** The code that a try failed with, and whether for good. Throws when it did not fail. */
export async function failure(trying: Promise<Delivery>): Promise<{ code: string; permanent: boolean }> {
  const outcome = await trying.catch((error: unknown) => error);
  if (!(outcome instanceof EffectFailed)) throw new Error(`It did not fail: ${JSON.stringify(outcome)}`);
  // No trace of the address may leave with it: the code is kept and shown.
  if (JSON.stringify([outcome.message, outcome.code, String(outcome.cause)]).includes('@'))
    throw new Error('It tells an address.');
  return { code: outcome.code, permanent: outcome.permanent };
}
