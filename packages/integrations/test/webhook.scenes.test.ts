import { describe, expect, it } from 'vitest';
import { deliveries, webhooks } from '../src/index.ts';
import { bodyOf } from './support/bodies.ts';
import { parcels } from './support/parcels.ts';
import { away, keeper, owner, subscription, switchboard, url } from './support/switchboard.ts';

describe('a webhook', () => {
  it('tells what it was subscribed to: ids, moments and figures, and nobody’s name', async () => {
    const at = switchboard();
    await at.subscribes();
    const parcel = await at.parcelComes();
    expect(at.posted.map(({ url: to }) => to)).toEqual([url]);
    expect(bodyOf(at.posted[0])).toEqual({
      type: 'parcel.parcelTaken',
      timestamp: '2026-06-30T07:00:00.000Z',
      data: { office: at.office, case: parcel, version: 1, fact: { shelf: 'A1' } },
    });
    expect(at.posted[0]?.headers['webhook-id']).toBe(`evt_${parcel}_1_0`);
    expect(JSON.stringify([at.posted, await at.deliveries()])).not.toContain('Anna');
  });

  it('is told once, however often the log is read', async () => {
    const at = switchboard();
    await at.subscribes();
    await at.parcelComes();
    const positions = await at.store.feed.read({ after: undefined, limit: 100 });
    const rows = await at.store.feed.rows(positions);
    const last = positions.at(-1);
    if (last === undefined) throw new Error('There is nothing on the log.');
    await at.consumer.handle(rows, { consumer: 'webhooks', position: undefined, revision: 0 }, last);
    await at.kernel.afterCommit.settle();
    expect(at.posted).toHaveLength(1);
  });

  it('tells nothing of what was before it, although nobody had read the log so far', async () => {
    const at = switchboard();
    const input = { sender: 'Anna Beispielmüller', shelf: 'A1' };
    await at.kernel.dispatch(parcels, 'take', input, at.asked(owner));
    at.clock.advanceMinutes(1);
    await at.subscribes();
    await at.settles();
    expect(at.posted).toEqual([]);
    await at.parcelComes();
    expect(at.posted).toHaveLength(1);
  });

  it('tells nothing of other facts', async () => {
    const at = switchboard();
    await at.subscribes({ events: ['parcel.parcelHandedOver', 'webhook.webhookSubscribed'] });
    const parcel = await at.parcelComes();
    expect(at.posted).toEqual([]);
    await at.kernel.dispatch(parcels, 'handOver', {}, at.asked(owner, parcel));
    await at.settles();
    expect(at.posted.map((request) => bodyOf(request).type)).toEqual(['parcel.parcelHandedOver']);
  });

  it('sees with its own eyes: what its capabilities do not reach is not told', async () => {
    const at = switchboard();
    await at.subscribes({ reads: ['visits.read'] });
    await at.parcelComes();
    expect(at.posted).toEqual([]);
  });

  it('tells of a sealed case only when it may read the label', async () => {
    const [blind, seeing] = [switchboard(), switchboard()];
    await blind.subscribes();
    await seeing.subscribes({ labels: ['sealed'] }, keeper);
    for (const at of [blind, seeing]) {
      await at.parcelComes({ label: 'sealed' });
      await at.parcelComes();
    }
    expect([blind.posted.length, seeing.posted.length]).toEqual([1, 2]);
    expect((await blind.deliveries()).map(({ label }) => label)).toEqual([null]); // nor is it begun
    const [sealed] = await seeing.deliveries();
    expect(sealed?.label).toBe('sealed'); // so the list hides it from whoever may not read the case
  });

  it('that may not read a label any more is not told again either', async () => {
    const at = switchboard();
    const webhook = await at.subscribes({ labels: ['sealed'] }, keeper);
    await at.parcelComes({ label: 'sealed' });
    await at.kernel.dispatch(webhooks, 'change', subscription, at.asked(owner, webhook));
    const [delivery] = await at.deliveries();
    await at.kernel.dispatch(deliveries, 'sendAgain', {}, at.asked(keeper, delivery?.id));
    await at.settles();
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['dropped']);
    expect(at.posted).toHaveLength(1);
  });

  it('of another office hears nothing', async () => {
    const at = switchboard();
    const other = switchboard({ store: at.store });
    await other.subscribes();
    await at.parcelComes();
    await other.settles();
    expect(other.posted).toEqual([]);
  });

  it('cannot be kept from telling by whoever takes its request id first', async () => {
    const at = switchboard();
    await at.subscribes();
    await at.parcelComes();
    const [first] = await at.deliveries();
    const log = await at.store.log(at.office, first?.id ?? '');
    expect(log[0]?.request).toMatch(/^webhook-[0-9a-f]{64}$/);
    expect(log[0]?.request).not.toContain(first?.snapshot.context.event);
  });
});

describe('a subscription', () => {
  it.each([
    ['http://receiver.example.com/', 'no_https'],
    ['https://anna:geheim@receiver.example.com/', 'has_user'],
    ['https://receiver.example.com/#here', 'has_fragment'],
    ['https://127.0.0.1/', 'no_name'],
    ['https://2130706433/', 'no_name'],
    ['https://[::1]/', 'no_name'],
    ['https://localhost/', 'no_name'],
    ['https://intranet/', 'no_name'],
    ['https://sub.localhost./', 'no_name'],
    ['ftp://receiver.example.com/', 'no_url'],
    ['receiver.example.com', 'no_url'],
  ])('to %s is refused: %s', async (to, fault) => {
    const at = switchboard();
    const answer = await at.kernel.dispatch(webhooks, 'subscribe', { ...subscription, url: to }, at.asked(owner));
    expect(answer.refused).toEqual({ code: 'webhook_url_unfit', figures: { fault } });
  });

  it.each(['https://receiver.example.com:8443/hooks', 'https://xn--bro-hoa.example.com/'])(
    'to %s is fine',
    async (to) => {
      const at = switchboard();
      expect(await at.subscribes({ url: to })).toBeTruthy();
    },
  );

  it('goes to this machine only where the house tries things out', async () => {
    const at = switchboard({ policy: { webhookAddresses: 'any' } });
    expect(await at.subscribes({ url: 'http://127.0.0.1:8080/' })).toBeTruthy();
  });

  it.each([['parcel.parcelEaten'], ['delivery.deliveryBegun']])('to %s is refused: nobody tells it', async (event) => {
    const at = switchboard();
    const wish = { ...subscription, events: ['parcel.parcelTaken', event] };
    const answer = await at.kernel.dispatch(webhooks, 'subscribe', wish, at.asked(owner));
    expect(answer.refused).toEqual({ code: 'event_unknown', figures: { events: [event] } });
  });

  it('to everything there may be is none: no wildcard', async () => {
    const at = switchboard();
    const wish = { ...subscription, events: ['*'] };
    const answer = await at.kernel.dispatch(webhooks, 'subscribe', wish, at.asked(owner));
    expect(answer.refused?.code).toBe('input_invalid');
  });

  it('leaves nothing behind when it is removed: address and all; what was on its way is dropped', async () => {
    const at = switchboard({ answers: () => away });
    const webhook = await at.subscribes({ url: 'https://receiver.example.com/hooks/geheim' });
    await at.parcelComes();
    await at.kernel.dispatch(webhooks, 'remove', {}, at.asked(owner, webhook));
    await at.minutesPass(10);
    expect(await at.webhook(webhook)).toBeUndefined();
    expect(JSON.stringify(await at.store.log(at.office, webhook))).not.toContain('geheim');
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['dropped']);
    expect(at.posted).toHaveLength(1);
  });
});

it('deliveries are erased after the days that the office has set', async () => {
  const at = switchboard({ policy: { keepDays: 10 } });
  await at.subscribes();
  await at.parcelComes();
  await at.clockStrikes('2026-07-10T08:59:59+02:00');
  expect(await at.deliveries()).toHaveLength(1);
  await at.clockStrikes('2026-07-10T09:00:00+02:00');
  const [delivery] = await at.deliveries();
  expect(delivery?.state ?? 'erased').toBe('erased');
});
