import type { Instant } from '@front-office/values';
import { type Actor, actorRef, may } from './actor.ts';
import { commitOf } from './commit.ts';
import { type Decidable, type Decision, decide, decideTimer, type Fact } from './decide.ts';
import type { CompiledCommand } from './definition.ts';
import { erasure, isErased, remainsOfCase } from './erase.ts';
import { checkInput } from './input.ts';
import { asSaid, sameJson } from './log.ts';
import { known, type Read, readAll } from './read.ts';
import { labelsOf, mayRead } from './reading.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CaseRow, DueTimer, LogRow, Store } from './store.ts';
import { upgraded } from './upgrade.ts';

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
  /** Waits a little before another try, the longer the more tries there were. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Told after each commit. */
  readonly committed: () => void;
}

/** Others may change the same case again and again; after so many tries the caller is told `busy`. */
const MOST_TRIES = 20;

/**
 * Request ids of timers, effects' answers, reactions and erasures begin so. A caller who could take one beforehand would
 * keep the thing itself from ever happening.
 */
export const isReserved = (request: string): boolean => /^(timer|effect|reaction|erase|read):/.test(request);

/** Runs one command that somebody outside asks for. */
export async function runCommand(
  around: Surroundings,
  definition: Decidable,
  type: string,
  rawInput: unknown,
  asked: Circumstance,
): Promise<Outcome> {
  const spec = specOf(definition, type);
  if (!may(asked.actor, spec.needs)) return { refused: refuse('not_permitted', { needs: spec.needs }) };
  if (isReserved(asked.request)) return { refused: refuse('input_invalid', { fields: ['request: reserved'] }) };
  return runOwnCommand(around, definition, type, rawInput, asked);
}

/** Runs one command: parse → load → decide → commit, as often as others are faster. Reserved request ids are fine. */
export async function runOwnCommand(
  around: Surroundings,
  definition: Decidable,
  type: string,
  rawInput: unknown,
  asked: Circumstance,
): Promise<Outcome> {
  const checked = checkInput(specOf(definition, type).input, rawInput);
  if (checked.refused) return checked;
  const outcome = await carryOut(around, definition, wishFor(around, definition, type, checked.input, asked));
  return outcome as Outcome; // `decide` always answers
}

function specOf(definition: Decidable, type: string): CompiledCommand {
  const spec = definition.compiled.get(type);
  if (spec === undefined) throw new Error(`${definition.name} has no command "${type}"`);
  return spec;
}

/** A command with its checked input, as it is carried out. */
export function wishFor(
  { ports }: Surroundings,
  definition: Decidable,
  type: string,
  input: Readonly<Record<string, unknown>>,
  asked: Circumstance,
): Wish {
  const { office, actor } = asked;
  return {
    ...asked,
    type,
    input,
    knows: (at) => readAll(specOf(definition, type), { ports, input, office, case: asked.case, actor, at }),
    decide: (row, known, at) => decide(definition, row, { type, input }, { at, actor, known }),
  };
}

/** Fires a due timer. Answers what it came to, or nothing when it was stale. */
export function runTimer(around: Surroundings, definition: Decidable, due: DueTimer, actor: Actor) {
  return carryOut(around, definition, {
    office: due.office,
    case: due.case,
    actor,
    request: `timer:${due.case}:${due.token}:${due.timer}`,
    type: due.timer,
    input: {},
    knows: () => nothingKnown,
    decide: (row, _known, at) => row && decideTimer(definition, row, { id: due.timer, token: due.token }, at),
  });
}

/** Erases a case, in whatever state it is: the end of its log, after which it is not found any more. */
export async function runErasure(around: Surroundings, definition: Decidable, asked: Circumstance): Promise<Outcome> {
  const outcome = await carryOut(around, definition, {
    ...asked,
    request: `erase:${asked.request}`,
    type: 'erase',
    input: {},
    knows: () => nothingKnown,
    decide: () => erasure,
  });
  return outcome as Outcome; // `erasure` is always a decision
}

/** A command or a timer on its way: what it must know, and what it comes to. */
export interface Wish extends Circumstance {
  readonly type: string;
  readonly input: Readonly<Record<string, unknown>>;
  knows(at: Instant): Read<unknown>;
  decide(row: CaseRow | undefined, known: unknown, at: Instant): Decision | undefined;
}

const nothingKnown = known({});

export async function carryOut(around: Surroundings, definition: Decidable, wish: Wish): Promise<Outcome | undefined> {
  const { office, request, actor, type: command, input } = wish;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const at = around.now();
    const read = wish.knows(at);
    const { lookups } = read;
    const loaded = await around.store.load({ office, request, workflow: definition.name, case: wish.case, lookups });
    if (loaded.request) return repeated(definition, wish, loaded.request);
    if (wish.case !== undefined && !(loaded.case && mayRead(labelsOf(actor), loaded.case.label)))
      return { refused: refuse('not_found') };

    const known = read.from(loaded.found);
    const row = loaded.case && upgraded(definition, loaded.case);
    const decision = wish.decide(row, known, at);
    if (decision === undefined || decision.refused) return decision;
    const id = wish.case ?? around.newId();
    const remains = isErased(decision.next) ? remainsOfCase(await around.store.log(office, id)) : undefined;
    const saying = { office, case: id, command, input, known: remains ?? known, at, by: actor, request };
    const commit = commitOf(definition, row, decision, saying);
    const outcome = await around.store.commit(commit);
    if (outcome.done) {
      around.committed();
      return answer(definition, actor, { ...commit.case, case: id, facts: decision.facts });
    }
    if (outcome.clash === 'constraint') return { refused: refuse(codeOf(definition, outcome.constraint)) };
    await around.pause(attempt);
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
export async function pauseAtRandom(attempt: number): Promise<void> {
  const mostMs = Math.min(2 ** attempt, 64);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));
}
