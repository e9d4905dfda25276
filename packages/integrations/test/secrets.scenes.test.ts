import { Webhook as Receiver } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { derivedSecrets, shownSecret, webhooks } from '../src/index.ts';
import { owner, switchboard } from './support/switchboard.ts';

describe('the secrets of a webhook', () => {
  const secretOf = (office: string, webhook: string, version: number) =>
    shownSecret(derivedSecrets(new Uint8Array(32).fill(7)).of({ office, webhook, version }));
  /** As the receiver's library judges. It looks at its own clock, so the scene is played now. */
  const accepts = (
    secret: string,
    request: { body: string; headers: Readonly<Record<string, string>> } | undefined,
  ) => {
    try {
      new Receiver(secret).verify(request?.body ?? '', { ...request?.headers });
      return true;
    } catch {
      return false;
    }
  };

  it('sign so that the receiver’s own library is content, and nobody else’s secret will do', async () => {
    const at = switchboard({ at: new Date().toISOString() });
    const webhook = await at.subscribes();
    await at.parcelComes();
    const [request] = at.posted;
    expect(accepts(secretOf(at.office, webhook, 1), request)).toBe(true);
    expect(accepts(secretOf(at.office, webhook, 2), request)).toBe(false);
    expect(accepts(secretOf(webhook, at.office, 1), request)).toBe(false);
    const changed = request && { ...request, body: request.body.replace('A1', 'B1') };
    expect(accepts(secretOf(at.office, webhook, 1), changed)).toBe(false);
  });

  it('overlap for a day when they are renewed', async () => {
    const at = switchboard({ at: new Date(Date.now() - 24 * 3_600_000).toISOString() });
    const webhook = await at.subscribes();
    await at.kernel.dispatch(webhooks, 'rotateSecret', {}, at.asked(owner, webhook));
    await at.parcelComes();
    const signatures = at.posted[0]?.headers['webhook-signature']?.split(' ');
    expect(signatures).toHaveLength(2);
    await at.clockStrikes(new Date(Date.parse(at.clock.now()) + 24 * 3_600_000).toISOString());
    await at.parcelComes();
    const later = at.posted[1];
    expect(accepts(secretOf(at.office, webhook, 2), later)).toBe(true);
    expect(accepts(secretOf(at.office, webhook, 1), later)).toBe(false);
  });

  it('are not renewed twice in the overlap, unless somebody knows one who should not', async () => {
    const at = switchboard();
    const webhook = await at.subscribes();
    const rotate = (overlapHours: number) =>
      at.kernel.dispatch(webhooks, 'rotateSecret', { overlapHours }, at.asked(owner, webhook));
    await rotate(24);
    expect((await rotate(24)).refused?.code).toBe('secret_just_rotated');
    expect((await rotate(0)).refused).toBeUndefined();
    expect((await at.webhook(webhook))?.snapshot.context).toMatchObject({ secret: 3, formerSecret: null });
    await at.parcelComes();
    expect(at.posted[0]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('are in no case, no log and no job', async () => {
    const at = switchboard();
    const webhook = await at.subscribes();
    await at.parcelComes();
    const secret = secretOf(at.office, webhook, 1).slice('whsec_'.length);
    const [delivery] = await at.deliveries();
    const kept = [await at.webhook(webhook), delivery, await at.store.log(at.office, webhook)];
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('need a key that cannot be guessed', () => {
    expect(() => derivedSecrets(new Uint8Array(31))).toThrow(RangeError);
  });
});
