import { type Asked, byId, commandRoute, defineRoute, refuse, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { MANAGES } from '../rights.ts';
import { webhooks } from '../webhook/workflow.ts';
import { DeliveryLine, DeliveryQuery, listDeliveries, ReplayWish, replayable } from './queries.ts';
import { Delivery } from './schema.ts';
import { deliveries } from './workflow.ts';

/** The routes of deliveries. */
export const deliveryRoutes = [
  defineRoute({
    method: 'GET',
    path: '/deliveries',
    summary: 'The deliveries in one state, the latest first, page by page',
    needs: MANAGES,
    input: DeliveryQuery,
    output: z.object({ deliveries: z.array(DeliveryLine), next: z.string().nullable() }),
    run: ({ query, office }, asked) => listDeliveries(query, office, asked),
  }),
  viewRoute(deliveries, {
    path: '/deliveries/{delivery}',
    summary: 'One delivery with its log and actions',
    context: Delivery,
  }),
  commandRoute(deliveries, 'sendAgain', {
    path: '/deliveries/{delivery}/send-again',
    summary: 'Send one event again, under the same webhook-id',
    refusals: ['webhook_paused'],
  }),
  defineRoute({
    method: 'POST',
    path: '/webhooks/{webhook}/replay',
    summary: 'Send again what happened since then, page by page, under the same webhook-ids',
    needs: MANAGES,
    input: ReplayWish,
    output: z.object({ sentAgain: z.int(), next: z.string().nullable() }),
    refusals: ['webhook_paused'],
    run: replay,
  }),
] as const;

/**
 * One page of a replay. Whoever asks sets the pace: a receiver that was away for a day is not met with a day's events at
 * once. What cannot be sent now, since it is being sent already, is passed over.
 */
async function replay({ kernel, office, actor, request, query }: Asked, wish: z.output<typeof ReplayWish>) {
  if ((await kernel.read(office, byId(webhooks, wish.webhook), actor)) === undefined)
    return { refused: refuse('not_found') };
  const page = await replayable(query, office, wish);
  if (page === undefined) return { refused: refuse('not_found') };
  let sentAgain = 0;
  for (const { delivery } of page.deliveries) {
    const asked = { office, actor, request: `${request}:${delivery}`, case: delivery };
    const { refused } = await kernel.dispatch(deliveries, 'sendAgain', {}, asked);
    if (refused?.code === 'webhook_paused') return { refused };
    if (!refused) sentAgain += 1;
  }
  return { sentAgain, next: page.next };
}
