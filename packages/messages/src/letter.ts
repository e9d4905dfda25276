import type { Language } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { House, Mail, MailAddress, Subject } from './ports.ts';
import type { Message } from './schema.ts';
import { templates } from './templates/index.ts';
import { momentIn, sinceMomentIn } from './templates/moment.ts';

/** Whom a mail is written to, in which language. */
interface Addressee extends MailAddress {
  readonly language: Language;
  /** A person is greeted by name, the desk is not. */
  readonly greeted: boolean;
}

/** Everything a mail is written from. */
export interface Sheet {
  readonly key: string;
  readonly message: Pick<Message, 'template' | 'policy'>;
  readonly house: House;
  /** The address that the house sends from. */
  readonly from: string;
  readonly addressee: Addressee;
  readonly subject: Subject;
  readonly at: Instant;
}

/** Writes a mail in the language of whoever reads it. */
export function write({ key, message, house, from, addressee, subject, at }: Sheet): Mail {
  const { language } = addressee;
  const place = { language, zone: house.zone };
  const wording = templates[message.template].wordings[language]({
    visitor: message.policy.namesVisitors ? visitorLine(subject) : null,
    host: oneLine(subject.host),
    moment: momentIn(place, subject.since, at),
    sinceMoment: sinceMomentIn(place, subject.since, at),
  });
  const { greeting, closing, automatic } = frames[language];
  const paragraphs = [
    greeting(addressee.greeted ? oneLine(addressee.name) : null),
    ...wording.paragraphs.filter((paragraph) => paragraph !== null),
    `${closing}\n${oneLine(house.name)}`,
    automatic,
  ];
  return {
    id: messageId(key, from),
    from: { name: oneLine(house.name), address: from },
    to: { name: oneLine(addressee.name), address: addressee.address },
    subject: wording.subject,
    text: `${paragraphs.join('\n\n')}\n`,
    language,
    date: at,
  };
}

/**
 * Makes one line of a name: a line break in it would let whoever typed it write lines of their own into a mail, or headers,
 * and signs that turn the direction of writing would hide what follows.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

const visitorLine = ({ visitor, company }: Subject) =>
  company === null ? oneLine(visitor) : `${oneLine(visitor)}, ${oneLine(company)}`;

/** A Message-ID (RFC 5322, section 3.6.4) that is the same for the same key. */
const messageId = (key: string, from: string) => `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`;

interface Frame {
  readonly greeting: (name: string | null) => string;
  readonly closing: string;
  readonly automatic: string;
}

const frames: Readonly<Record<Language, Frame>> = {
  de: {
    greeting: (name) => (name === null ? 'Guten Tag,' : `Guten Tag, ${name},`),
    closing: 'Freundliche Grüße',
    automatic: 'Diese Nachricht wurde automatisch verschickt.',
  },
  en: {
    greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
    closing: 'Kind regards',
    automatic: 'This message was sent automatically.',
  },
};
