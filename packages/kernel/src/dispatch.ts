import type { Instant } from '@front-office/values';
import type { Actor } from './actor.ts';
import { may } from './actor.ts';
import { commitOf } from './commit.ts';
import { type Decidable, decide, decideTimer, type Fact } from './decide.ts';
import { checkInput } from './input.ts';
import { asSaid, sameJson } from './log.ts';
import { together } from './read.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CommitOutcome, DueTimer, Loaded, LogRow, Store } from './store.ts';

/** Who asks, where, about which case. */
export interface Circumstance {
  readonly office: string;
  readonly actor: Actor;
  /** Chosen by the caller, unique in the office: the same id is the same wish, however often it is sent. */
  readonly request: string;
  /** Absent for a start command, which makes a case. */
  readonly case?: string | undefined;
}

/** What a command came to. `tags` and `facts` are empty for an actor who may not read the case: a kiosk learns nothing more. */
export interface Accepted {
  readonly refused?: undefined;
  readonly case: string;
  readonly version: number;
  readonly state: string;
  readonly tags: readonly string[];
  readonly facts: readonly Fact[];
}

export interface Refused {
  readonly refused: Refusal;
}

export type Outcome = Accepted | Refused;

export interface Surroundings {
  readonly store: Store;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly ports: unknown;
}

/** Others may change the same case again and again; after so many tries the caller is told `busy`. */
const MOST_TRIES = 20;

/** Runs one command: parse → load → decide → commit, as often as others are faster. */
export async function runCommand(
  around: Surroundings,
  definition: Decidable,
  type: string,
  rawInput: unknown,
  asked: Circumstance,
): Promise<Outcome> {
  const spec = definition.compiled.get(type);
  if (spec === undefined) throw new Error(`${definition.name} has no command "${type}"`);
  if (!may(asked.actor, spec.needs)) return { refused: refuse('not_permitted', { needs: spec.needs }) };
  const checked = checkInput(spec.input, rawInput);
  if (checked.refused) return checked;
  const { input } = checked;

  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const at = around.now();
    const read = together<Record<string, unknown>>(
      Object.fromEntries(
        Object.entries(spec.knows ?? {}).map(([name, ask]) => [
          name,
          ask({ ports: around.ports, input, office: asked.office, at }),
        ]),
      ),
    );
    const { office, request } = asked;
    const loaded = await around.store.load({
      office,
      request,
      workflow: definition.name,
      case: asked.case,
      lookups: read.lookups,
    });
    if (loaded.request) return repeated(definition, type, input, asked, loaded.request);
    if (asked.case !== undefined && loaded.case === undefined) return { refused: refuse('not_found') };

    const known = spec.known ? read.from(loaded.found) : {};
    const decision = decide(definition, loaded.case, { type, input }, { at, actor: asked.actor, known });
    if (decision.refused) return decision;
    const caseId = loaded.case?.id ?? around.newId();
    const commit = commitOf(definition, loaded.case, decision, {
      office,
      case: caseId,
      command: type,
      input,
      known,
      at,
      by: asked.actor,
      request,
    });
    const outcome = await around.store.commit(commit);
    if (outcome.done)
      return answer(definition, asked.actor, {
        case: caseId,
        version: commit.case.version,
        ...decision.next,
        facts: decision.facts,
      });
    if (outcome.clash === 'constraint') return { refused: refuse(codeOf(definition, outcome.constraint)) };
    await pause(attempt);
  }
  return { refused: refuse('busy') };
}

/** Fires a due timer. Answers what it came to, or nothing when it was stale or somebody else fired it. */
export async function runTimer(
  around: Surroundings,
  definition: Decidable,
  due: DueTimer,
  actor: Actor,
): Promise<Accepted | undefined> {
  const request = `timer:${due.case}:${due.token}:${due.timer}`;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const { office } = due;
    const loaded: Loaded = await around.store.load({
      office,
      request,
      workflow: due.workflow,
      case: due.case,
      lookups: [],
    });
    if (loaded.request || loaded.case === undefined) return undefined;
    const at = around.now();
    const decision = decideTimer(definition, loaded.case, { id: due.timer, token: due.token }, at);
    if (decision?.next === undefined) return undefined;
    const commit = commitOf(definition, loaded.case, decision, {
      office,
      case: due.case,
      command: due.timer,
      input: {},
      known: {},
      at,
      by: actor,
      request,
    });
    const outcome: CommitOutcome = await around.store.commit(commit);
    if (outcome.done)
      return answer(definition, actor, {
        case: due.case,
        version: commit.case.version,
        ...decision.next,
        facts: decision.facts,
      });
    if (outcome.clash === 'constraint')
      throw new Error(`${due.workflow}: a timer met the constraint ${outcome.constraint}`);
    await pause(attempt);
  }
  throw new Error(`${due.workflow} ${due.case}: the timer ${due.timer} could not be fired in ${MOST_TRIES} tries`);
}

/** The same request id again: the first answer when it is the same wish, a refusal when it is another. */
function repeated(definition: Decidable, type: string, input: unknown, asked: Circumstance, row: LogRow): Outcome {
  const said = asSaid(row);
  const same =
    said.workflow === definition.name &&
    said.command === type &&
    (asked.case === undefined || asked.case === said.case) &&
    said.by.kind === asked.actor.kind &&
    said.by.id === asked.actor.id &&
    sameJson(said.input, input);
  return same ? answer(definition, asked.actor, said) : { refused: refuse('request_reused') };
}

function answer(
  definition: Decidable,
  actor: Actor,
  said: Pick<Accepted, 'case' | 'version' | 'state' | 'tags' | 'facts'>,
): Accepted {
  const sees = may(actor, definition.read);
  return {
    case: said.case,
    version: said.version,
    state: said.state,
    tags: sees ? said.tags : [],
    facts: sees ? said.facts : [],
  };
}

function codeOf(definition: Decidable, constraint: string): string {
  const code = definition.constraints[constraint];
  if (code === undefined) throw new Error(`${definition.name}: the constraint ${constraint} has no refusal code`);
  return code;
}

/** Waits a little, at random, so that two who clashed do not clash again at once. */
async function pause(attempt: number): Promise<void> {
  const mostMs = Math.min(2 ** attempt, 64);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));
}
