import type { Instant } from '@front-office/values';
import { type ActorRef, actorRef } from './actor.ts';
import type { Decidable, Decision, Next } from './decide.ts';
import { isErased } from './erase.ts';
import { logRow } from './log.ts';
import { LABEL } from './reading.ts';
import type { At } from './spec.ts';
import type { Sql } from './sql.ts';
import type { CaseRow, Commit, Job, Snapshot, WorkItem } from './store.ts';

/** Who said what, when, under which request: the part of a log row that the decision does not make. */
export interface Saying {
  readonly office: string;
  readonly case: string;
  readonly command: string;
  readonly input: unknown;
  readonly known: unknown;
  readonly at: Instant;
  readonly by: ActorRef;
  readonly request: string;
}

type Accepted = Extract<Decision, { readonly next: Next }>;

/** Everything that one accepted command writes. */
export function commitOf(
  definition: Decidable,
  before: CaseRow | undefined,
  { next, facts, effects }: Accepted,
  saying: Saying,
): Commit {
  const { office, at } = saying;
  const version = (before?.version ?? 0) + 1;
  const common = {
    workflow: definition.name,
    machineVersion: definition.version,
    version,
    state: next.state,
    tags: next.tags,
  };
  const here: At = { office, case: saying.case, version, at, state: next.state, context: next.snapshot.context };
  const erased = isErased(next); // nothing is left then to make items and keys from
  return {
    log: logRow(definition, { ...saying, ...common, by: actorRef(saying.by), facts }),
    case: {
      ...common,
      office,
      id: saying.case,
      snapshot: next.snapshot,
      timers: next.timers,
      label: labelOf(definition, next.snapshot.context),
      openedAt: before?.openedAt ?? at,
      changedAt: at,
    },
    projections: facts.map((fact) => definition.project(fact, here)).filter((row): row is Sql => row !== undefined),
    workItems: erased ? { put: [], drop: [] } : changedItems(definition, before, here),
    jobs: effects.map((effect, index): Job => {
      const spec = definition.effects[effect.type];
      if (spec === undefined)
        throw new Error(`${definition.name}: the machine names an effect "${effect.type}" that nobody declared`);
      return {
        key: `${saying.case}:${version}:${index}`,
        effect: `${definition.name}.${effect.type}`,
        params: spec.params.parse(effect.params),
      };
    }),
    keys: erased ? undefined : definition.keys?.(next.snapshot.context),
    erase: erased ? definition.erase(here) : undefined,
  };
}

function labelOf(definition: Decidable, context: Snapshot['context']): string | null {
  const label = definition.label(context);
  if (label !== null && !LABEL.test(label))
    throw new Error(`${definition.name}: "${label}" is no confidentiality label`);
  return label;
}

function asAt(row: CaseRow): At {
  return {
    office: row.office,
    case: row.id,
    version: row.version,
    at: row.changedAt,
    state: row.state,
    context: row.snapshot.context,
  };
}

/** Only what changed is written: most steps leave most items as they were. */
function changedItems(definition: Decidable, row: CaseRow | undefined, here: At): Commit['workItems'] {
  const before: readonly WorkItem[] = row ? definition.workItems(asAt(row)) : [];
  const after = definition.workItems(here);
  const was = new Map(before.map((item) => [item.kind, JSON.stringify(item)]));
  return {
    put: after.filter((item) => was.get(item.kind) !== JSON.stringify(item)),
    drop: before.map((item) => item.kind).filter((kind) => !after.some((item) => item.kind === kind)),
  };
}
