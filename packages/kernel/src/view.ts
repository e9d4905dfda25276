import type { Instant } from '@front-office/values';
import { type Actor, type ActorRef, may } from './actor.ts';
import { type Decidable, type Fact, offer } from './decide.ts';
import type { Surroundings } from './dispatch.ts';
import { asSaid } from './log.ts';
import { once, readAll, together } from './read.ts';
import { labelsOf, mayRead } from './reading.ts';
import { noteReading } from './readings.ts';
import { type KernelRefusalCode, type Refusal, refuse } from './refusal.ts';
import type { Ask } from './spec.ts';
import { upgraded } from './upgrade.ts';

/** One command as a screen may offer it. */
export interface Action {
  readonly command: string;
  readonly allowed: boolean;
  readonly refusal: Refusal | null;
}

export interface LogEntry {
  readonly version: number;
  readonly command: string;
  readonly at: Instant;
  readonly by: ActorRef;
  readonly state: string;
  readonly input: unknown;
  readonly facts: readonly Fact[];
}

/** A case as a person sees it: what it holds, how it came so, and what can be done now. */
export interface CaseView {
  readonly refused?: undefined;
  readonly case: string;
  readonly version: number;
  readonly state: string;
  readonly tags: readonly string[];
  readonly context: Readonly<Record<string, unknown>>;
  readonly log: readonly LogEntry[];
  readonly actions: readonly Action[];
}

export async function viewCase(
  around: Surroundings,
  definition: Decidable,
  asked: { readonly office: string; readonly actor: Actor; readonly case: string },
): Promise<CaseView | { readonly refused: Refusal<KernelRefusalCode> }> {
  if (!may(asked.actor, definition.read)) return { refused: refuse('not_permitted', { needs: definition.read }) };
  const at = around.now();
  const { office, case: id, actor } = asked;
  const reads = readsForActions(around, definition, { office, case: id, actor, at });
  const loaded = await around.store.load({ office, workflow: definition.name, case: id, lookups: reads.lookups });
  const row = loaded.case && upgraded(definition, loaded.case);
  if (row === undefined || !mayRead(labelsOf(asked.actor), row.label)) return { refused: refuse('not_found') };
  if (definition.logsReads) await noteReading(around, definition, asked);
  // Read afterwards, so that the log of what is shown is complete; what came still later is left out below.
  const log = await around.store.log(office, id);

  const knownByCommand = reads.from(loaded.found);
  const actions = Object.keys(definition.commands).map((command): Action => {
    const refusal = offer(definition, row, command, { at, actor: asked.actor, known: knownByCommand[command] }) ?? null;
    return { command, allowed: refusal === null, refusal };
  });
  return {
    case: row.id,
    version: row.version,
    state: row.state,
    tags: row.tags,
    context: row.snapshot.context,
    log: log
      .filter((entry) => entry.version <= row.version)
      .map(asSaid)
      .map(({ version, command, at, by, state, input, facts }) => ({ version, command, at, by, state, input, facts })),
    actions,
  };
}

/** What the `when` rules of each command need, asked without an input. Commands without such rules ask nothing. */
function readsForActions(
  { ports }: Surroundings,
  { commands }: Decidable,
  asked: Omit<Ask<unknown>, 'ports' | 'input'>,
) {
  const ask = { ports, input: undefined, ...asked };
  const reads = Object.entries(commands).map(([name, spec]) => [name, readAll(spec.when ? spec : {}, ask)] as const);
  return once(together(Object.fromEntries(reads)));
}
