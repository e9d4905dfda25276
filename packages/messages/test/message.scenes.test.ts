import { EffectFailed } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { type Delivery, messages } from '../src/index.ts';
import { memoryTransport, sampleHouse } from '../src/testing.ts';
import { about, annasVisit, desk, joerg, postRoom, visit } from './post-room.ts';

const bounced: Delivery = { outcome: 'bounced', reply: '550 5.1.1' };
const refused: Delivery = { outcome: 'refused', reply: '554' };
const sentByPost: Delivery = { outcome: 'sent', via: 'post' };

describe('a message', () => {
  it('is sent at once, and all of it is on the log', async () => {
    const transport = memoryTransport();
    const at = postRoom({ transport });
    const message = await at.tells('visitorArrived');
    expect(await at.case(messages, message)).toMatchObject({
      state: 'sent',
      tags: ['over'],
      snapshot: { context: { via: 'memory', endedAt: '2026-06-30T12:06:00.000Z' } },
    });
    expect(await at.facts(message)).toEqual(['messageQueued', 'messageSent']);
    expect([...transport.sent.keys()]).toEqual([`${message}.1`]);
    expect(await at.store.workItems(at.office)).toEqual([]);
  });

  it('holds ids alone: nobody’s name, address or text is in its case, its log or its job', async () => {
    const at = postRoom({ transport: memoryTransport(() => bounced) });
    const message = await at.tells('visitorArrived');
    const kept = JSON.stringify([await at.case(messages, message), await at.store.log(at.office, message)]);
    for (const personal of ['Anna', 'Beispiel', 'Jörg', 'praxis.example.com', 'Besuch'])
      expect(kept).not.toContain(personal);
    const log = await at.store.log(at.office, message);
    expect(log.map((row) => row.personal)).toEqual([{}, {}]);
  });

  it('is asked for by those alone who may, and nobody’s role may say that it was sent', async () => {
    const at = postRoom();
    const to = { kind: 'desk' } as const;
    const guest = actor('guest', 'messages.deliver');
    const answer = await at.does(guest, messages, 'queue', { template: 'deskTold', to, about });
    expect(answer.refused?.code).toBe('not_permitted');
    const message = await at.begins(desk, messages, 'queue', { template: 'deskTold', to, about });
    const claim = await at.does(desk, messages, 'confirmSent', { via: 'post' }, message);
    expect(claim.refused?.code).toBe('not_permitted');
  });
});

describe('a message that does not arrive', () => {
  it('bounces, waits on the desk’s list with the figures of the server, and is sent again by a person', async () => {
    const transport = memoryTransport(() => bounced);
    const at = postRoom({ transport });
    const message = await at.tells('visitorArrived');
    expect(await at.case(messages, message)).toMatchObject({
      state: 'bounced',
      tags: ['undelivered'],
      snapshot: { context: { code: 'recipient_refused', reply: '550 5.1.1' } },
    });
    expect(await at.store.workItems(at.office)).toMatchObject([
      { kind: 'message.failed', case: message, needs: 'messages.send', due: '2026-06-30T12:06:00.000Z' },
    ]);
    expect((await at.desk('cancel', message)).refused?.code).toBe('not_now');

    await at.desk('sendAgain', message);
    // A person's wish is a new turn, so it goes under a new key.
    expect([...transport.tries]).toEqual([
      [`${message}.1`, 1],
      [`${message}.2`, 1],
    ]);
    expect(await at.state(message)).toBe('bounced');
  });

  it('is off the desk’s list as soon as it has gone', async () => {
    let server: Delivery = refused;
    const at = postRoom({ transport: memoryTransport(() => server) });
    const message = await at.tells('visitorArrived');
    expect(await at.case(messages, message)).toMatchObject({
      state: 'failed',
      snapshot: { context: { code: 'message_refused' } },
    });
    server = sentByPost;
    await at.desk('sendAgain', message);
    expect(await at.case(messages, message)).toMatchObject({
      state: 'sent',
      snapshot: { context: { turn: 2, code: null, reply: null, via: 'post' } },
    });
    expect(await at.facts(message)).toEqual(['messageQueued', 'messageFailed', 'messageQueued', 'messageSent']);
    expect(await at.store.workItems(at.office)).toEqual([]);
  });

  it('may come back days after it was sent', async () => {
    const at = postRoom();
    const message = await at.tells('visitorArrived');
    await at.clockStrikes('2026-07-02T09:00:00+02:00');
    const reader = actor('mailbox', 'messages.deliver');
    await at.does(reader, messages, 'bounce', { code: 'came_back' }, message);
    expect(await at.state(message)).toBe('bounced');
    expect((await at.store.workItems(at.office)).map(({ kind }) => kind)).toEqual(['message.failed']);
  });

  it.each([
    ['the host has no mail address', 'no_address', { people: [{ ...joerg, mail: null }] }],
    ['the host no longer works here', 'recipient_gone', { people: [] }],
    ['the visit has been erased', 'subject_gone', { subjects: {} }],
    ['the office has no address to send from', 'no_sender', { house: { ...sampleHouse, mail: null } }],
  ])('fails when %s', async (_, code, wish) => {
    const transport = memoryTransport();
    const at = postRoom({ ...wish, transport });
    const message = await at.tells('visitorArrived');
    expect(await at.case(messages, message)).toMatchObject({ state: 'failed', snapshot: { context: { code } } });
    expect(transport.tries.size).toBe(0);
  });

  it('is no trouble to anybody when there is nothing to tell any more, address or not', async () => {
    const subjects = { [visit]: { ...annasVisit, waiting: false } };
    const at = postRoom({ subjects, people: [{ ...joerg, mail: null }] });
    expect(await at.state(await at.tells('hostReminded'))).toBe('cancelled');
    expect(await at.store.workItems(at.office)).toEqual([]);
  });

  it('fails when the front desk has no address', async () => {
    const at = postRoom({ house: { ...sampleHouse, deskMail: null } });
    const message = await at.tells('deskTold', 'desk');
    expect(await at.case(messages, message)).toMatchObject({
      state: 'failed',
      snapshot: { context: { code: 'no_address' } },
    });
  });
});

describe('a mail server that is away', () => {
  it('is asked again with growing pauses, always for the same mail', async () => {
    const ids: string[] = [];
    const transport = memoryTransport((mail, attempt) => {
      ids.push(mail.id);
      if (attempt < 3) throw new EffectFailed('mail_server_away');
      return sentByPost;
    });
    const at = postRoom({ transport });
    const message = await at.tells('visitorArrived');
    expect(await at.state(message)).toBe('queued');
    await at.minutesPass(2);
    expect(await at.state(message)).toBe('sent');
    expect(ids).toEqual(Array(3).fill(`<${message}.1@praxis.example.com>`));
    expect([...transport.tries]).toEqual([[`${message}.1`, 3]]);
  });

  it('holds up nothing that has lapsed meanwhile: a visitor who waits no longer is not announced any more', async () => {
    const subjects = { [visit]: annasVisit };
    let away = true;
    const transport = memoryTransport(() => {
      if (away) throw new EffectFailed('mail_server_away');
      return sentByPost;
    });
    const at = postRoom({ subjects, transport });
    const message = await at.tells('visitorArrived');
    subjects[visit] = { ...annasVisit, waiting: false };
    away = false;
    await at.minutesPass(1);
    expect(await at.state(message)).toBe('cancelled');
    expect(transport.sent.size).toBe(0);
    const log = await at.store.log(at.office, message);
    expect(log.at(-1)?.facts).toEqual([{ type: 'messageCancelled', template: 'visitorArrived', lapsed: true }]);
    expect(await at.store.workItems(at.office)).toEqual([]);
  });

  it('sends nothing that was cancelled between two tries', async () => {
    let away = true;
    const transport = memoryTransport(() => {
      if (away) throw new EffectFailed('mail_server_away');
      return sentByPost;
    });
    const at = postRoom({ transport });
    const message = await at.tells('visitorArrived');
    expect(await at.desk('cancel', message)).toMatchObject({ state: 'cancelled' });
    away = false;
    await at.minutesPass(60);
    expect([...transport.tries.values()]).toEqual([1]);
    expect(await at.facts(message)).toEqual(['messageQueued', 'messageCancelled']);
  });

  it('whoever cancels while the mail is on its way is told that it was too late', async () => {
    const at = postRoom();
    const message = await at.begins(desk, messages, 'queue', { template: 'deskTold', to: { kind: 'desk' }, about });
    await at.does(desk, messages, 'cancel', {}, message);
    const effect = actor('effects', 'messages.deliver');
    await at.does(effect, messages, 'confirmSent', { via: 'post' }, message);
    expect(await at.state(message)).toBe('sent');
    expect(await at.facts(message)).toEqual(['messageQueued', 'messageCancelled', 'messageSent']);
  });
});

describe('after the days that the office has set', () => {
  it.each(['sent', 'bounced', 'failed', 'cancelled'] as const)('a message that is %s is erased', async (state) => {
    const answers = { sent: sentByPost, bounced, failed: refused };
    const at = postRoom({
      policy: { keepDays: 10 },
      ...(state === 'cancelled' && { subjects: { [visit]: { ...annasVisit, waiting: false } } }),
      transport: memoryTransport(() => answers[state === 'cancelled' ? 'sent' : state]),
    });
    const message = await at.tells('visitorArrived');
    expect(await at.state(message)).toBe(state);
    await at.clockStrikes('2026-07-10T14:05:59.999+02:00');
    expect(await at.state(message)).toBe(state);
    await at.clockStrikes('2026-07-10T14:06:00+02:00');
    await expect(at.case(messages, message)).rejects.toThrow('There is no message');
    expect((await at.facts(message)).at(-1)).toBe('messageErased');
    expect(await at.store.workItems(at.office)).toEqual([]);
  });
});

it('two messages about one visit are two, and know nothing of each other', async () => {
  const transport = memoryTransport();
  const at = postRoom({ transport });
  const [arrived, told] = [await at.tells('visitorArrived'), await at.tells('deskTold', 'desk')];
  expect([...transport.sent.values()].map(({ to }) => to.address)).toEqual([
    'joerg@praxis.example.com',
    'tresen@praxis.example.com',
  ]);
  expect(arrived).not.toBe(told);
  expect((await at.does(desk, messages, 'cancel', {}, newId())).refused?.code).toBe('not_found');
});
