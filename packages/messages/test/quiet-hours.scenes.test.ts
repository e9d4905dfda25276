import { EffectFailed } from '@front-office/kernel';
import { describe, expect, it } from 'vitest';
import { messages } from '../src/index.ts';
import { memoryTransport } from '../src/testing.ts';
import { postRoom } from './post-room.ts';

const evening = '2026-06-30T21:30:00+02:00';

describe('in the quiet hours', () => {
  it('what can wait is held until they end, and then sent once', async () => {
    const transport = memoryTransport();
    const at = postRoom({ at: evening, transport });
    const message = await at.tells('visitorDidNotCome');
    const held = await at.case(messages, message);
    expect(held).toMatchObject({
      state: 'held',
      tags: ['open'],
      snapshot: { context: { sendAt: '2026-07-01T05:00:00.000Z' } },
    });
    expect(Object.values(held.timers)).toMatchObject([{ due: '2026-07-01T05:00:00.000Z' }]);
    await at.clockStrikes('2026-07-01T06:59:59+02:00');
    expect(transport.tries.size).toBe(0);
    await at.clockStrikes('2026-07-01T07:00:00+02:00');
    expect(await at.state(message)).toBe('sent');
    await at.clockStrikes('2026-07-02T07:00:00+02:00');
    expect([...transport.tries.values()]).toEqual([1]);
    expect(await at.facts(message)).toEqual(['messageHeld', 'messageQueued', 'messageSent']);
  });

  it.each(['visitorArrived', 'hostReminded', 'deskTold'] as const)(
    '%s is told at once: somebody stands there',
    async (template) => {
      const at = postRoom({ at: evening });
      const message = await at.tells(template, 'desk');
      expect(await at.state(message)).toBe('sent');
    },
  );

  it('what was cancelled is not sent when they end', async () => {
    const transport = memoryTransport();
    const at = postRoom({ at: evening, transport });
    const message = await at.tells('visitorDidNotCome');
    expect(await at.desk('cancel', message)).toMatchObject({ state: 'cancelled' });
    await at.clockStrikes('2026-07-01T08:00:00+02:00');
    expect(transport.tries.size).toBe(0);
    expect(await at.state(message)).toBe('cancelled');
  });

  it('a house without quiet hours sends everything at once', async () => {
    const at = postRoom({ at: evening, policy: { quiet: null } });
    expect(await at.state(await at.tells('visitorDidNotCome'))).toBe('sent');
  });
});

describe('when quiet hours begin while the mail server is away', () => {
  it('the message waits for their end, and goes under the key it was first tried with', async () => {
    let away = true;
    const transport = memoryTransport(() => {
      if (away) throw new EffectFailed('mail_timeout'); // the server may have taken it all the same
      return { outcome: 'sent', via: 'post' };
    });
    const at = postRoom({ at: '2026-06-30T19:59:58+02:00', transport });
    const message = await at.tells('visitorDidNotCome');
    expect(await at.state(message)).toBe('queued');
    await at.clockStrikes('2026-06-30T20:00:10+02:00');
    expect(await at.state(message)).toBe('held');
    away = false;
    await at.clockStrikes('2026-06-30T23:00:00+02:00');
    expect(transport.sent.size).toBe(0);
    await at.clockStrikes('2026-07-01T07:00:00+02:00');
    expect(await at.state(message)).toBe('sent');
    expect([...transport.tries]).toEqual([[`${message}.1`, 2]]);
    expect(await at.facts(message)).toEqual(['messageQueued', 'messageHeld', 'messageQueued', 'messageSent']);
  });

  it('a server that was down until the next evening still sends nothing at night', async () => {
    const transport = memoryTransport();
    const at = postRoom({ at: evening, transport });
    const message = await at.tells('visitorDidNotCome');
    await at.clockStrikes('2026-07-01T22:00:00+02:00'); // the first thing that happens since
    expect(await at.state(message)).toBe('held');
    expect(transport.tries.size).toBe(0);
    await at.clockStrikes('2026-07-02T07:00:00+02:00');
    expect([...transport.tries.values()]).toEqual([1]);
  });

  it('a person who has it sent again in the evening has it sent in the morning', async () => {
    let refuses = true;
    const transport = memoryTransport(() =>
      refuses ? { outcome: 'refused', reply: '554' } : { outcome: 'sent', via: 'post' },
    );
    const at = postRoom({ at: '2026-06-30T19:00:00+02:00', transport });
    const message = await at.tells('visitorDidNotCome');
    at.clock.set(evening);
    refuses = false;
    expect(await at.desk('sendAgain', message)).toMatchObject({ state: 'held' });
    await at.clockStrikes('2026-07-01T07:00:00+02:00');
    expect([...transport.sent.keys()]).toEqual([`${message}.2`]);
  });
});
