import type { EffectHere } from '@front-office/kernel';
import { describe, expect, it } from 'vitest';
import { effects } from '../src/delivery/effects.ts';
import { Delivery, type IntegrationsPorts } from '../src/index.ts';
import { integrationsPorts, memorySender } from '../src/testing.ts';
import { switchboard } from './support/switchboard.ts';

/** A delivery whose first try is on its way, and what its effect sees. */
async function onItsWay() {
  const at = switchboard();
  await at.subscribes();
  await at.parcelComes();
  const [row] = await at.deliveries();
  const sending = Delivery.parse({ ...row?.snapshot.context, sending: true });
  const sender = memorySender();
  const here = (context: Delivery): EffectHere<IntegrationsPorts> => ({
    office: at.office,
    case: row?.id ?? '',
    key: 'delivery:1:0',
    attempt: 2,
    at: at.clock.now(),
    context,
    ports: integrationsPorts({ sender }),
    read: (read) => at.kernel.read(at.office, read),
    signal: new AbortController().signal,
  });
  return { sending, sender, tries: (context: Delivery) => effects.post.run({ attempt: 1 }, here(context)) };
}

describe('a try that comes late, after a crash', () => {
  it('is made while nobody knows what came of the first', async () => {
    const { sending, sender, tries } = await onItsWay();
    expect(await tries(sending)).toEqual({ command: 'confirm', input: { status: 204, recovered: false } });
    expect(sender.posted).toHaveLength(1);
  });

  it.each([
    ['it has been answered', (sending: Delivery) => ({ ...sending, sending: false })],
    ['another try is on its way', (sending: Delivery) => ({ ...sending, attempts: 2 })],
  ])('is not made when %s', async (_, meanwhile) => {
    const { sending, sender, tries } = await onItsWay();
    expect(await tries(meanwhile(sending))).toBeUndefined();
    expect(sender.posted).toEqual([]);
  });
});
