import { createHmac } from 'node:crypto';
import {
  type Actor,
  type Consumer,
  type Decidable,
  type HeldCursor,
  type Kernel,
  type LogRow,
  mayRead,
  type Position,
} from '@front-office/kernel';
import { isBefore } from '@front-office/values';
import type { IntegrationsPorts } from '../ports.ts';
import { EventType, Webhook } from '../webhook/schema.ts';
import { webhooks } from '../webhook/workflow.ts';
import { type Event, EventId } from './schema.ts';
import { deliveries } from './workflow.ts';

const BATCH = 100;
/** It reads every label, since each case says by its own who may be told. */
const TELLER: Actor = { kind: 'system', id: 'webhooks', capabilities: new Set(['integrations.deliver']) };

/** Every event that may be subscribed to. Deliveries tell nothing of themselves: that would never end. */
export const eventTypesOf = (definitions: readonly Decidable[]): ReadonlySet<string> =>
  new Set(
    definitions
      .filter(({ name }) => name !== deliveries.name)
      .flatMap(({ name, personalFacts }) => [...personalFacts.keys()].map((fact) => `${name}.${fact}`))
      .filter((type) => EventType.safeParse(type).success),
  );

/**
 * Follows the log and begins a delivery for each fact that the webhook of its office tells: a consumer of the kernel's
 * feed. Rows may come twice; they ask for the same again.
 *
 * @param kernel what the consumer itself was given to, so it is asked for when there is something to do.
 * @param definitions those that the kernel runs.
 */
export function webhookConsumer({
  kernel,
  definitions,
}: {
  readonly kernel: () => Pick<Kernel, 'store' | 'dispatch' | 'ports'>;
  readonly definitions: readonly Decidable[];
}): Consumer {
  const readNeeds = new Map(definitions.map(({ name, read }) => [name, read]));
  return {
    name: 'webhooks',
    batch: BATCH,
    async handle(rows: readonly LogRow[], cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined> {
      for (const [office, ofOffice] of Map.groupBy(rows, (row) => row.office))
        await tellOffice(kernel(), readNeeds, office, ofOffice);
      return kernel().store.feed.advance(cursor, to);
    },
  };
}

type Telling = Pick<Kernel, 'store' | 'dispatch' | 'ports'>;

async function tellOffice(
  kernel: Telling,
  readNeeds: ReadonlyMap<string, string>,
  office: string,
  rows: readonly LogRow[],
): Promise<void> {
  const [found] = await kernel.store.list({ office, workflow: webhooks.name, tag: 'subscribed', limit: 1 });
  if (found === undefined) return;
  const webhook = Webhook.parse(found.snapshot.context);
  const wanted = rows.flatMap((row) => eventsOf(row, webhook, readNeeds).map((event) => ({ row, event })));
  if (wanted.length === 0) return;
  const labels = await labelsAt(kernel, rows);
  for (const { row, event } of wanted) {
    const label = labels.get(row.case) ?? null;
    if (mayRead(new Set(webhook.labels), label)) await begin(kernel, { office, webhook: found.id, event, label });
  }
}

/** The facts of a row that the webhook tells, as events. */
function eventsOf(row: LogRow, webhook: Webhook, readNeeds: ReadonlyMap<string, string>): Event[] {
  const needs = readNeeds.get(row.workflow);
  if (row.workflow === deliveries.name || isBefore(row.at, webhook.subscribedAt)) return [];
  if (needs === undefined || !(webhook.reads as readonly string[]).includes(needs)) return [];
  return row.facts.flatMap((stored, index) => {
    const { type: fact, ...rest } = stored as { readonly type: string }; // the kernel wrote it as a fact
    const type = `${row.workflow}.${fact}`;
    if (!webhook.events.includes(type)) return [];
    const id = EventId.parse(`evt_${row.case}_${row.version}_${index}`);
    return [{ id, type, at: row.at, case: row.case, version: row.version, fact: rest }];
  });
}

const labelsAt = ({ store }: Telling, rows: readonly LogRow[]) =>
  store.feed.labels(rows.map(({ office, case: id, version }) => ({ tx: '0', office, case: id, version })));

async function begin(
  kernel: Telling,
  { office, ...input }: { office: string; webhook: string; event: Event; label: string | null },
): Promise<void> {
  const { secrets } = (kernel.ports as IntegrationsPorts).integrations; // whoever composes the kernel has filled them
  // Under a name that nobody can guess: whoever took it first would keep the event from being told.
  const named = createHmac('sha256', secrets.of({ office, webhook: input.webhook, version: 0 })).update(input.event.id);
  const request = `webhook-${named.digest('hex')}`;
  const answer = await kernel.dispatch(deliveries, 'queue', input, { office, actor: TELLER, request });
  // `request_reused`: begun before, when its case had another label.
  if (answer.refused && answer.refused.code !== 'request_reused')
    throw new Error(`A delivery was refused: ${answer.refused.code}`);
}
