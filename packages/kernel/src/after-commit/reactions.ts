import { plusMs } from '@front-office/values';
import type { Actor } from '../actor.ts';
import type { Decidable } from '../decide.ts';
import { runOwnCommand } from '../dispatch.ts';
import { asSaid, type Said } from '../log.ts';
import { type OpenCase, type Reaction, type ReactionHere, ReactionStuck } from '../reaction.ts';
import { type LogRow, StoreAway } from '../store.ts';
import { upgraded } from '../upgrade.ts';
import { backoffMs } from './backoff.ts';
import type { Company } from './company.ts';
import { codeOf } from './failure-code.ts';
import type { LeasedJob, Parked } from './jobs-port.ts';
import { REACTION } from './reaction-jobs.ts';
import type { Consumer } from './relay.ts';

const BATCH = 200;

/**
 * Hands every fact to the reactions that want it. Facts of one case are handled in order, cases side by side. What fails
 * becomes a job, tried again with growing pauses and shown to a person in the end; later facts of the same case queue up
 * behind it, those of others go on.
 */
export const reactionsConsumer = (company: Company): Consumer => ({
  name: 'reactions',
  batch: BATCH,
  async handle(rows, cursor, to) {
    const wanted = rows.flatMap((row) =>
      company.reactions.filter((reaction) => wants(reaction, row)).map((reaction) => ({ reaction, row })),
    );
    const parked = new Set((await parkedAmong(company, wanted)).map(idOf));
    const byCase = Map.groupBy(wanted, ({ row }) => `${row.office}/${row.case}`);
    const ends = await Promise.allSettled(
      [...byCase.values()].map(async (ofOneCase) => {
        for (const { reaction, row } of ofOneCase) await handleOrPark(company, reaction, row, parked);
      }),
    );
    // Only when all have ended, so that nothing here overtakes whoever handles these rows again.
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return company.store.feed.advance(cursor, to);
  },
});

interface Wanted {
  readonly reaction: Reaction;
  readonly row: LogRow;
}

const wants = ({ from, on }: Reaction, row: LogRow): boolean =>
  from.name === row.workflow && asSaid(row).facts.some(({ type }) => Object.hasOwn(on, type));

const parkedAmong = async ({ store }: Company, wanted: readonly Wanted[]): Promise<readonly Parked[]> =>
  wanted.length === 0 ? [] : store.jobs.parked(wanted.map(({ reaction, row }) => placeOf(reaction, row)));

const placeOf = (reaction: Reaction, { office, case: id }: LogRow): Parked => ({
  office,
  case: id,
  reaction: REACTION + reaction.name,
});

const idOf = ({ office, case: id, reaction }: Parked) => `${office}/${id}/${reaction}`;

async function handleOrPark(company: Company, reaction: Reaction, row: LogRow, parked: Set<string>): Promise<void> {
  const place = idOf(placeOf(reaction, row));
  try {
    if (parked.has(place)) throw new ReactionStuck('behind_another');
    await react(company, reaction, row);
  } catch (error) {
    if (error instanceof StoreAway) throw error;
    if (!parked.has(place)) company.onProblem(error, REACTION + reaction.name);
    parked.add(place);
    await park(company, reaction, row, codeOf(error));
  }
}

/** The version is padded, so that the keys of one case are in the order of its log. */
const keyOf = (reaction: Reaction, { case: id, version }: LogRow) =>
  `${REACTION}${reaction.name}:${id}:${String(version).padStart(10, '0')}`;

async function park({ store, now }: Company, reaction: Reaction, row: LogRow, error: string): Promise<void> {
  const key = keyOf(reaction, row);
  const job = { key, effect: REACTION + reaction.name, params: { version: row.version } };
  await store.jobs.add(row.office, row.case, job, { runAt: plusMs(now(), backoffMs(1, key)), error });
}

/** Handles a fact that was parked. */
export async function runReactionJob(company: Company, job: LeasedJob): Promise<void> {
  const reaction = company.reactions.find(({ name }) => REACTION + name === job.effect);
  if (reaction === undefined) throw new ReactionStuck('reaction_unknown');
  const { version } = job.params as { version: number }; // `park` wrote it
  const [row] = await company.store.feed.rows([{ tx: '0', office: job.office, case: job.case, version }]);
  if (row) await react(company, reaction, row);
}

async function react(company: Company, reaction: Reaction, row: LogRow): Promise<void> {
  const said = asSaid(row);
  const { office, case: id } = row;
  const loaded = await company.store.load({ office, workflow: row.workflow, case: id, lookups: [] });
  const context = loaded.case && upgraded(reaction.from, loaded.case).snapshot.context;
  for (const [index, fact] of said.facts.entries()) {
    const handler = Object.hasOwn(reaction.on, fact.type) ? reaction.on[fact.type] : undefined;
    await handler?.(fact, hereOf(company, reaction, said, index, context));
  }
}

const PAGE = 200;

async function openCases<Context>({ store }: Company, office: string, definition: Decidable) {
  const found: OpenCase<Context>[] = [];
  for (let after: string | undefined; ; ) {
    const page = await store.list({ office, workflow: definition.name, tag: 'open', after, limit: PAGE });
    // The workflow wrote its own context.
    for (const row of page) found.push({ id: row.id, context: upgraded(definition, row).snapshot.context as Context });
    if (page.length < PAGE) return found;
    after = page.at(-1)?.id;
  }
}

function hereOf(company: Company, reaction: Reaction, said: Said, fact: number, context: unknown): ReactionHere {
  const { office, case: id, version, at } = said;
  /** How often this fact has asked for each command. */
  const asked = new Map<string, number>();
  return {
    office,
    case: id,
    version,
    at,
    context,
    read: (read) => company.read(office, read),
    open: (definition) => openCases(company, office, definition),
    async dispatch(definition, command, input, { case: other, unless = [] } = {}) {
      const needs = definition.compiled.get(command)?.needs;
      const actor: Actor = { kind: 'system', id: reaction.name, capabilities: new Set(needs ? [needs] : []) };
      // Told apart by the case: when the fact is handled again, those that are done may be missing among the asked.
      const wish = `${definition.name}.${command}${other === undefined ? '' : `:${other}`}`;
      const before = asked.get(wish) ?? 0;
      asked.set(wish, before + 1);
      const request = `${REACTION}${reaction.name}:${id}:${version}:${fact}:${wish}:${before}`;
      const run = () => runOwnCommand(company, definition, command, input, { office, case: other, actor, request });
      const outcome = await (other === undefined ? run() : company.inTurn(office, other, run));
      if (!outcome.refused) return outcome;
      // Asked and accepted before, when the case stood otherwise: this fact is handled.
      const { code } = outcome.refused;
      if (code === 'request_reused' || unless.includes(code)) return undefined;
      throw new ReactionStuck(code);
    },
  };
}
