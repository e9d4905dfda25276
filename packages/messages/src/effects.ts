import {
  defineEffect,
  type EffectAnswer,
  type EffectHere,
  known,
  type Read,
  through,
  together,
} from '@front-office/kernel';
import { isBefore } from '@front-office/values';
import { type Sheet, write } from './letter.ts';
import { earliestSending } from './machine.ts';
import type { Delivery, MessagePorts } from './ports.ts';
import { type BounceCode, type FailCode, Message, type Recipient } from './schema.ts';
import { templates } from './templates/index.ts';

/**
 * Writes the message as things stand now, and hands it over. Its parameters say which time of sending it is for: one that
 * was cancelled, held back or sent again meanwhile is no longer its business.
 */
const send = defineEffect({
  params: Message.pick({ turn: true, sendAt: true }),
  async run({ turn, sendAt }, here: EffectHere<MessagePorts>): Promise<EffectAnswer | undefined> {
    const message = Message.parse(here.context);
    if (message.turn !== turn || message.sendAt !== sendAt || message.endedAt !== null) return undefined;
    if (isBefore(here.at, earliestSending(message, here.at))) return { command: 'hold', input: {} };

    const { subjects, transport } = here.ports.messages;
    const subject = await subjects.of(message.about.workflow, message.about.id, here.read);
    if (subject === undefined) return fail('subject_gone');
    if (templates[message.template].hasLapsed(subject)) return { command: 'lapse', input: {} };
    const addressed = await here.read(addressedTo(message.to, here.ports));
    if (typeof addressed === 'string') return fail(addressed);

    // Not `here.key`: a message that was held back after a try is sent under the same name in the morning.
    const key = `${here.case}.${turn}`;
    const mail = write({ ...addressed, key, message, subject, at: here.at });
    return answerTo(await transport.send(mail, { key, signal: here.signal }));
  },
});

/** What the kernel carries out after the commit. */
export const effects = { send };

/** The house, its address, and whom the mail goes to in it; or why it goes to nobody. */
function addressedTo(
  to: Recipient,
  { messages: { house, recipients } }: MessagePorts,
): Read<Pick<Sheet, 'house' | 'from' | 'addressee'> | FailCode> {
  const person = to.kind === 'staff' ? recipients.byId(to.id) : known(undefined);
  return through(together({ house, person }), (found) => {
    const reader = to.kind === 'desk' ? { ...found.house, mail: found.house.deskMail } : found.person;
    if (reader === undefined) return 'recipient_gone';
    if (found.house.mail === null) return 'no_sender';
    if (reader.mail === null) return 'no_address';
    const { name, language, mail: address } = reader;
    const addressee = { name, language, address, greeted: to.kind === 'staff' };
    return { house: found.house, from: found.house.mail, addressee };
  });
}

function answerTo(delivery: Delivery): EffectAnswer {
  if (delivery.outcome === 'sent') return { command: 'confirmSent', input: { via: delivery.via } };
  if (delivery.outcome === 'bounced') return bounce('recipient_refused', delivery.reply);
  return fail('message_refused', delivery.reply);
}

const bounce = (code: BounceCode, reply: string | null): EffectAnswer => ({
  command: 'bounce',
  input: { code, reply },
});

const fail = (code: FailCode, reply: string | null = null): EffectAnswer => ({
  command: 'fail',
  input: { code, reply },
});
