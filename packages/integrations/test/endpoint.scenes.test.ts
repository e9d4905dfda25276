import { describe, expect, it } from 'vitest';
import { deliveries, webhooks } from '../src/index.ts';
import { away, owner, switchboard, taken } from './support/switchboard.ts';

describe('an endpoint that takes nothing', () => {
  it('is tried again with growing pauses, waits on the desk’s list, and recovers', async () => {
    let answer = away;
    const at = switchboard({ answers: () => answer });
    const webhook = await at.subscribes();
    await at.parcelComes();
    expect(await at.webhook(webhook)).toMatchObject({ state: 'failing' });
    expect(await at.store.workItems(at.office)).toMatchObject([{ kind: 'webhook.failing', case: webhook }]);
    await at.minutesPass(1);
    await at.minutesPass(7);
    expect(at.posted).toHaveLength(3);
    answer = taken;
    await at.minutesPass(40);
    expect((await at.deliveries())[0]).toMatchObject({
      state: 'delivered',
      snapshot: { context: { attempts: 4, status: 204, code: null } },
    });
    expect(await at.webhook(webhook)).toMatchObject({ state: 'active' });
    expect(await at.store.workItems(at.office)).toEqual([]);
    const ids = at.posted.map(({ headers, body }) => [headers['webhook-id'], body]);
    expect(new Set(ids.map(String)).size).toBe(1); // the receiver can tell that it is the same
  });

  it('for days pauses its webhook: what happens then is held, and sent when somebody resumes', async () => {
    let answer = away;
    const at = switchboard({ answers: () => answer, policy: { failingDays: 1 } });
    const webhook = await at.subscribes();
    await at.parcelComes();
    await at.clockStrikes('2026-07-01T09:00:00+02:00');
    expect(await at.webhook(webhook)).toMatchObject({
      state: 'paused',
      snapshot: { context: { pausedFor: 'failing' } },
    });
    await at.clockStrikes('2026-07-02T09:00:00+02:00');
    const tries = at.posted.length;
    await at.parcelComes();
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['held', 'held']);
    expect(at.posted).toHaveLength(tries);

    answer = taken;
    const [, second] = await at.deliveries();
    const again = () => at.kernel.dispatch(deliveries, 'sendAgain', {}, at.asked(owner, second?.id));
    expect((await again()).refused?.code).toBe('webhook_paused');
    await at.kernel.dispatch(webhooks, 'resume', {}, at.asked(owner, webhook));
    expect((await again()).refused).toBeUndefined();
    await at.settles();
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['held', 'delivered']);
  });

  it('that is gone for good pauses at once', async () => {
    const at = switchboard({ answers: () => ({ outcome: 'gone', status: 410 }) });
    const webhook = await at.subscribes();
    await at.parcelComes();
    expect(await at.webhook(webhook)).toMatchObject({ state: 'paused', snapshot: { context: { pausedFor: 'gone' } } });
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['failed']);
  });

  it('that never takes one event, and takes all others, gets it ten times', async () => {
    let first: string | undefined;
    const at = switchboard({
      policy: { failingDays: 30 },
      answers: ({ headers }) => {
        first ??= headers['webhook-id'];
        return headers['webhook-id'] === first ? away : taken;
      },
    });
    await at.subscribes();
    await at.parcelComes();
    for (let hours = 0; hours < 24 * 5; hours += 4) await at.minutesPass(240);
    expect((await at.deliveries()).map(({ state }) => state)).toEqual(['failed']);
    expect(at.posted).toHaveLength(10);
  });

  it('that asks for patience gets it', async () => {
    const at = switchboard({
      answers: () => ({ outcome: 'failed', code: 'not_taken', status: 429, retryAfterMs: 3_600_000 }),
    });
    await at.subscribes();
    await at.parcelComes();
    await at.minutesPass(59);
    expect(at.posted).toHaveLength(1);
    await at.minutesPass(1);
    expect(at.posted).toHaveLength(2);
  });
});
