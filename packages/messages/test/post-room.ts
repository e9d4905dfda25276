import { actor, scene } from '@front-office/kernel/testing';
import { Instant, newId } from '@front-office/values';
import {
  type House,
  type MailTransport,
  type MessagePolicy,
  messages,
  type Person,
  type Subject,
} from '../src/index.ts';
import { memoryTransport, messagePorts, nightlyPolicy, sampleHouse } from '../src/testing.ts';

export const desk = actor('desk', 'messages.send');

export const joerg: Person = {
  id: newId(),
  name: 'Jörg Probeßmann',
  mail: 'joerg@praxis.example.com',
  language: 'de',
};
export const mary: Person = { id: newId(), name: 'Mary Sample', mail: 'mary@praxis.example.com', language: 'en' };

/** Anna has come, and waits for Jörg. */
export const annasVisit: Subject = {
  visitor: 'Anna Beispielmüller',
  company: 'Beispiel & Sample',
  host: 'Jörg Probeßmann',
  since: Instant.parse('2026-06-30T14:05:00+02:00'),
  waiting: true,
};
export const visit = newId();
export const about = { workflow: 'visit', id: visit } as const;

/** An office that tells people something. Whatever is not wished for is as it is on an ordinary afternoon. */
export function postRoom({
  at = '2026-06-30T14:06:00+02:00',
  people = [joerg, mary],
  subjects = { [visit]: annasVisit } as Record<string, Subject>,
  house = sampleHouse as House,
  policy = {} as Partial<MessagePolicy>,
  transport = memoryTransport() as MailTransport,
} = {}) {
  const ports = messagePorts({ people, subjects, house, policy: { ...nightlyPolicy, ...policy }, transport });
  const played = scene({ at, definitions: [messages], ports });
  return {
    ...played,
    /** Somebody is told something, and what there is to do is done. Answers the message. */
    async tells(
      template: 'visitorArrived' | 'hostReminded' | 'deskTold' | 'visitorDidNotCome',
      to: Person | 'desk' = joerg,
    ): Promise<string> {
      const recipient = to === 'desk' ? ({ kind: 'desk' } as const) : ({ kind: 'staff', id: to.id } as const);
      const message = await played.begins(desk, messages, 'queue', { template, to: recipient, about });
      await played.kernel.afterCommit.settle();
      return message;
    },
    /** Someone at the desk does something about a message, and what follows from it is done. */
    async desk(command: 'cancel' | 'sendAgain', message: string) {
      const answer = await played.does(desk, messages, command, {}, message);
      await played.kernel.afterCommit.settle();
      return answer;
    },
    state: async (message: string) => (await played.case(messages, message)).state,
  };
}
