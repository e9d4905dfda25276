import { known } from '@front-office/kernel';
import { TimeZone } from '@front-office/values';
import type { MessagePolicy } from './policy.ts';
import type { Delivery, House, Mail, MailTransport, MessagePorts, Person, Subject } from './ports.ts';
import { QuietHours } from './quiet-hours.ts';

/** Quiet from eight in the evening until seven, kept for a month, visitors are named. */
export const nightlyPolicy: MessagePolicy = {
  quiet: QuietHours.parse({ from: '20:00', until: '07:00' }),
  keepDays: 30,
  namesVisitors: true,
};

export const sampleHouse: House = {
  name: 'Beispielpraxis',
  mail: 'empfang@praxis.example.com',
  deskMail: 'tresen@praxis.example.com',
  language: 'de',
  zone: TimeZone.parse('Europe/Berlin'),
};

/** A transport that keeps what it is given. */
export interface MemoryTransport extends MailTransport {
  /** Every mail that was taken, by key, in order. A repetition is the same mail, so it stands here once. */
  readonly sent: ReadonlyMap<string, Mail>;
  /** How often each key was tried. */
  readonly tries: ReadonlyMap<string, number>;
}

/**
 * Takes every mail, unless `answer` says otherwise: it may answer another delivery, or throw an `EffectFailed`. `attempt`
 * is 1 for the first try of a key.
 */
export function memoryTransport(
  answer: (mail: Mail, attempt: number) => Delivery = () => ({ outcome: 'sent', via: 'memory' }),
): MemoryTransport {
  const sent = new Map<string, Mail>();
  const tries = new Map<string, number>();
  return {
    sent,
    tries,
    async send(mail, { key, signal }) {
      signal.throwIfAborted();
      const attempt = (tries.get(key) ?? 0) + 1;
      tries.set(key, attempt);
      const delivery = answer(mail, attempt);
      if (delivery.outcome === 'sent') sent.set(key, mail);
      return delivery;
    },
  };
}

/** Ports over fixed lists, for scenes without an office around them. The lists may be changed while a scene is played. */
export function messagePorts({
  people = [],
  subjects = {},
  house = sampleHouse,
  policy = nightlyPolicy,
  transport = memoryTransport(),
}: {
  readonly people?: readonly Person[];
  /** By the id of the visit. */
  readonly subjects?: Readonly<Record<string, Subject>>;
  readonly house?: House;
  readonly policy?: MessagePolicy;
  readonly transport?: MailTransport;
} = {}): MessagePorts {
  return {
    messages: {
      recipients: { byId: (id) => known(people.find((person) => person.id === id)) },
      house: known(house),
      subjects: { of: async (_workflow, id) => subjects[id] },
      policy: known(policy),
      transport,
    },
  };
}
