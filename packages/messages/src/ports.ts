import type { Language, Read } from '@front-office/kernel';
import type { Instant, TimeZone } from '@front-office/values';
import type { MessagePolicy } from './policy.ts';

/** What this package needs from outside. `office` fills it, or an integrator with a staff list and a mail server of their own. */
export interface MessagePorts {
  readonly messages: {
    readonly recipients: Recipients;
    readonly house: Read<House>;
    readonly subjects: Subjects;
    readonly policy: Read<MessagePolicy>;
    readonly transport: MailTransport;
  };
}

export interface Recipients {
  /** The staff member with this id, while they work here. */
  byId(id: string): Read<Person | undefined>;
}

export interface Person {
  readonly id: string;
  /** As it is written in a greeting. */
  readonly name: string;
  readonly mail: string | null;
  readonly language: Language;
}

/** The office, as sender and as the desk that can be told something itself. */
export interface House {
  readonly name: string;
  /** Where its mail comes from; null: it sends none, and every message fails. */
  readonly mail: string | null;
  /** Where the front desk reads mail. */
  readonly deskMail: string | null;
  readonly language: Language;
  readonly zone: TimeZone;
}

export interface Subjects {
  /** What a message is about, as it stands now; nothing once it is erased. One read may need what another found. */
  of(workflow: 'visit', id: string, read: ReadNow): Promise<Subject | undefined>;
}

/** Answers a read of the kernel's at once. */
export type ReadNow = <T>(read: Read<T>) => Promise<T>;

/** A visit, as far as a message tells of it. */
export interface Subject {
  /** The visitor's display name. */
  readonly visitor: string;
  readonly company: string | null;
  /** The host's display name. */
  readonly host: string;
  /** When the visitor came; when they were expected, if they did not. */
  readonly since: Instant;
  /** Whether the visitor waits for the host now. */
  readonly waiting: boolean;
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A mail, ready to be sent. Every text is one line without control characters; `text` has lines. */
export interface Mail {
  /** The Message-ID, angle brackets included: the same however often one turn of a message is tried. */
  readonly id: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly date: Instant;
}

/** What came of a mail. `reply` is what a mail server answered, in figures alone: `550 5.1.1`. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly via: string }
  /** The recipient's address was refused for good. */
  | { readonly outcome: 'bounced'; readonly reply: string | null }
  /** The mail itself was refused for good. */
  | { readonly outcome: 'refused'; readonly reply: string | null };

export interface MailTransport {
  /**
   * Hands one mail over. The same `key` is the same mail: it may come again after a crash.
   *
   * @throws {EffectFailed} when it is worth another try later; `permanent` when a person has to see to something first.
   * Its code names no address.
   */
  send(mail: Mail, circumstances: { readonly key: string; readonly signal: AbortSignal }): Promise<Delivery>;
}
