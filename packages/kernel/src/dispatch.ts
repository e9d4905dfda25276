import type { Instant } from '@front-office/values';
import { type Actor, actorRef, may } from './actor.ts';
import { commitOf } from './commit.ts';
import { type Decidable, type Decision, decide, decideTimer, type Fact } from './decide.ts';
import { checkInput } from './input.ts';
import { asSaid, sameJson } from './log.ts';
import { known, type Read, readAll } from './read.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CaseRow, DueTimer, LogRow, Store } from './store.ts';

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

/** Request ids of timers begin so. A caller who could take one beforehand would keep that timer from ever firing. */
const TIMER_REQUEST = 'timer:';

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
  if (asked.request.startsWith(TIMER_REQUEST))
    return { refused: refuse('input_invalid', { fields: ['request: reserved'] }) };
  const checked = checkInput(spec.input, rawInput);
  if (checked.refused) return checked;
  const { input } = checked;
  const { office, actor } = asked;
  const outcome = await carryOut(around, definition, {
    ...asked,
    type,
    input,
    knows: (at) => readAll(spec, { ports: around.ports, input, office, at }),
    decide: (row, known, at) => decide(definition, row, { type, input }, { at, actor, known }),
  });
  return outcome as Outcome; // `decide` always answers
}

/** Fires a due timer. Answers what it came to, or nothing when it was stale. */
export function runTimer(around: Surroundings, definition: Decidable, due: DueTimer, actor: Actor) {
  return carryOut(around, definition, {
    office: due.office,
    case: due.case,
    actor,
    request: `${TIMER_REQUEST}${due.case}:${due.token}:${due.timer}`,
    type: due.timer,
    input: {},
    knows: () => nothingKnown,
    decide: (row, _known, at) => row && decideTimer(definition, row, { id: due.timer, token: due.token }, at),
  });
}

/** A command or a timer on its way: what it must know, and what it comes to. */
interface Wish extends Circumstance {
  readonly type: string;
  readonly input: Readonly<Record<string, unknown>>;
  knows(at: Instant): Read<unknown>;
  decide(row: CaseRow | undefined, known: unknown, at: Instant): Decision | undefined;
}

const nothingKnown = known({});

async function carryOut(around: Surroundings, definition: Decidable, wish: Wish): Promise<Outcome | undefined> {
  const { office, request, actor, type: command, input } = wish;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const at = around.now();
    const read = wish.knows(at);
    const { lookups } = read;
    const loaded = await around.store.load({ office, request, workflow: definition.name, case: wish.case, lookups });
    if (loaded.request) return repeated(definition, wish, loaded.request);
    if (wish.case !== undefined && loaded.case === undefined) return { refused: refuse('not_found') };

    const known = read.from(loaded.found);
    const decision = wish.decide(loaded.case, known, at);
    if (decision === undefined || decision.refused) return decision;
    const id = wish.case ?? around.newId();
    const saying = { office, case: id, command, input, known, at, by: actor, request };
    const commit = commitOf(definition, loaded.case, decision, saying);
    const outcome = await around.store.commit(commit);
    if (outcome.done) return answer(definition, actor, { ...commit.case, case: id, facts: decision.facts });
    if (outcome.clash === 'constraint') return { refused: refuse(codeOf(definition, outcome.constraint)) };
    await pause(attempt);
  }
  return { refused: refuse('busy') };
}

/** The same request id again: the first answer when it is the same wish, a refusal when it is another. */
function repeated(definition: Decidable, wish: Wish, row: LogRow): Outcome {
  const said = asSaid(row);
  const same =
    said.workflow === definition.name &&
    said.command === wish.type &&
    (wish.case === undefined || wish.case === said.case) &&
    sameJson(said.by, actorRef(wish.actor)) &&
    sameJson(said.input, wish.input);
  return same ? answer(definition, wish.actor, said) : { refused: refuse('request_reused') };
}

function answer(definition: Decidable, actor: Actor, said: Omit<Accepted, 'refused'>): Accepted {
  const sees = may(actor, definition.read);
  const { case: id, version, state, tags, facts } = said;
  return { case: id, version, state, tags: sees ? tags : [], facts: sees ? facts : [] };
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
