import type { EffectHere } from '@front-office/kernel';
import { plusMs } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { effects } from '../src/effects.ts';
import { Message, type MessagePorts, messages } from '../src/index.ts';
import { memoryTransport, messagePorts } from '../src/testing.ts';
import { annasVisit, joerg, postRoom, visit } from './post-room.ts';

/** A message that is to be sent, and what its effect sees. */
async function onItsWay() {
  const transport = memoryTransport(() => ({ outcome: 'refused', reply: null }));
  const at = postRoom({ transport });
  const id = await at.tells('visitorArrived');
  const { snapshot } = await at.case(messages, id);
  const queued = Message.parse({ ...snapshot.context, endedAt: null, code: null });
  const sink = memoryTransport();
  const here = (context: Message): EffectHere<MessagePorts> => ({
    office: at.office,
    case: id,
    key: `${id}:1:0`,
    attempt: 1,
    at: at.clock.now(),
    context,
    ports: messagePorts({ people: [joerg], subjects: { [visit]: annasVisit }, transport: sink }),
    read: (read) => at.kernel.read(at.office, read),
    signal: new AbortController().signal,
  });
  const params = { turn: queued.turn, sendAt: queued.sendAt };
  return { queued, sink, tries: (context: Message) => effects.send.run(params, here(context)) };
}

describe('a try that comes late, after a crash', () => {
  it('is made while the message is still to be sent this time', async () => {
    const { queued, sink, tries } = await onItsWay();
    expect(await tries(queued)).toEqual({ command: 'confirmSent', input: { via: 'memory' } });
    expect(sink.sent.size).toBe(1);
  });

  it.each([
    ['it has ended', (queued: Message) => ({ ...queued, endedAt: queued.since })],
    ['a person has had it sent again', (queued: Message) => ({ ...queued, turn: 2 })],
    ['it was held back until later', (queued: Message) => ({ ...queued, sendAt: plusMs(queued.sendAt, 1) })],
  ])('is not made when %s', async (_, meanwhile) => {
    const { queued, sink, tries } = await onItsWay();
    expect(await tries(meanwhile(queued))).toBeUndefined();
    expect(sink.tries.size).toBe(0);
  });
});
