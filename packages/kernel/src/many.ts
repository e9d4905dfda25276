import type { Instant } from '@front-office/values';
import { type Actor, may } from './actor.ts';
import { commitOf } from './commit.ts';
import type { Decidable } from './decide.ts';
import { carryOut, isReserved, type Surroundings, type Wish, wishFor } from './dispatch.ts';
import { isErased } from './erase.ts';
import { checkInput } from './input.ts';
import type { Read } from './read.ts';
import { labelsOf, mayRead } from './reading.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Commit } from './store.ts';
import { upgraded } from './upgrade.ts';

/** One of many: its own request id, and the case it is for unless it begins one. */
export interface One<Input = unknown> {
  readonly request: string;
  readonly input: Input;
  readonly case?: string | undefined;
}

/** Many commands of one kind in one office, from one actor. They may come from a file that is being read. */
export interface Many<Input = unknown> {
  readonly office: string;
  readonly actor: Actor;
  readonly items: Iterable<One<Input>> | AsyncIterable<One<Input>>;
  /** How many in one transaction; 2,000 unless given. */
  readonly batch?: number | undefined;
}

/** How far it is after a batch. The counts are of the whole run so far. */
export interface ManyProgress {
  readonly accepted: number;
  /** Left out, because these requests had been accepted before. */
  readonly repeated: number;
  readonly refused: number;
  /** Those of this batch, by request. */
  readonly refusals: readonly { readonly request: string; readonly refusal: Refusal }[];
}

const BATCH = 2_000;

/** Runs the commands batch by batch, and tells after each how far it is. */
export async function* runMany(
  around: Surroundings,
  definition: Decidable,
  type: string,
  { office, actor, items, batch = BATCH }: Many,
): AsyncGenerator<ManyProgress> {
  const run = new Run(around, definition, type, office, actor);
  let gathered: One[] = [];
  for await (const item of items) {
    gathered.push(item);
    if (gathered.length < batch) continue;
    yield await run.batch(gathered);
    gathered = [];
  }
  if (gathered.length > 0) yield await run.batch(gathered);
}

/** A command with its checked input, ready to be decided. */
interface Ready {
  readonly wish: Wish;
  readonly read: Read<unknown>;
}

/** A command that has been decided. */
interface Decided {
  readonly wish: Wish;
  readonly commit: Commit;
}

class Run {
  readonly #around: Surroundings;
  readonly #definition: Decidable;
  readonly #type: string;
  readonly #office: string;
  readonly #actor: Actor;
  #accepted = 0;
  #repeated = 0;
  #refused = 0;
  #refusals: { request: string; refusal: Refusal }[] = [];

  constructor(around: Surroundings, definition: Decidable, type: string, office: string, actor: Actor) {
    this.#around = around;
    this.#definition = definition;
    this.#type = type;
    this.#office = office;
    this.#actor = actor;
  }

  async batch(items: readonly One[]): Promise<ManyProgress> {
    this.#refusals = [];
    // A request or a case that comes twice waits for the next round, where it is judged on what the first has done.
    for (let left = items; left.length > 0; ) left = await this.#round(left);
    return {
      accepted: this.#accepted,
      repeated: this.#repeated,
      refused: this.#refused,
      refusals: this.#refusals,
    };
  }

  /** Carries out all that can be decided side by side; answers what must wait for something before it. */
  async #round(items: readonly One[]): Promise<readonly One[]> {
    const at = this.#around.now();
    const known = await this.#around.store.requests(
      this.#office,
      items.map(({ request }) => request),
    );
    const fresh = items.filter(({ request }) => !known.has(request));
    this.#repeated += items.length - fresh.length;
    const { once, again } = apart(fresh);
    const ready = once.flatMap((item) => this.#ready(item, at));
    const { decided, alone } = await this.#decide(ready, at);
    await this.#commitAll(decided);
    for (const wish of alone) await this.#alone(wish);
    return again;
  }

  #ready({ request, input, case: id }: One, at: Instant): Ready[] {
    const spec = this.#definition.compiled.get(this.#type);
    if (spec === undefined) throw new Error(`${this.#definition.name} has no command "${this.#type}"`);
    if (!may(this.#actor, spec.needs)) return this.#refuse(request, refuse('not_permitted', { needs: spec.needs }));
    if (isReserved(request)) return this.#refuse(request, refuse('input_invalid', { fields: ['request: reserved'] }));
    const checked = checkInput(spec.input, input);
    if (checked.refused) return this.#refuse(request, checked.refused);
    const asked = { office: this.#office, actor: this.#actor, request, case: id };
    const wish = wishFor(this.#around, this.#definition, this.#type, checked.input, asked);
    return [{ wish, read: wish.knows(at) }];
  }

  async #decide(ready: readonly Ready[], at: Instant) {
    const { store, newId } = this.#around;
    const loads = ready.map(({ wish, read }) => ({
      office: this.#office,
      workflow: this.#definition.name,
      case: wish.case,
      lookups: read.lookups,
    }));
    const loaded = loads.length > 0 ? await store.loadAll(loads) : [];
    /** What erases its case needs the case's whole log, and is carried out by itself. */
    const alone: Wish[] = [];
    const decided = ready.flatMap(({ wish, read }, index): Decided[] => {
      const { case: stored, found = [] } = loaded[index] ?? {};
      if (wish.case !== undefined && !(stored && mayRead(labelsOf(this.#actor), stored.label)))
        return this.#refuse(wish.request, refuse('not_found'));
      const row = stored && upgraded(this.#definition, stored);
      const known = read.from(found);
      const decision = wish.decide(row, known, at);
      if (decision === undefined) return [];
      if (decision.refused) return this.#refuse(wish.request, decision.refused);
      if (isErased(decision.next)) {
        alone.push(wish);
        return [];
      }
      const { office, type: command, input, actor: by, request } = wish;
      const saying = { office, case: wish.case ?? newId(), command, input, known, at, by, request };
      return [{ wish, commit: commitOf(this.#definition, row, decision, saying) }];
    });
    return { decided, alone };
  }

  /** All in one transaction; when something clashes, each half by itself, until what clashes stands alone. */
  async #commitAll(decided: readonly Decided[]): Promise<void> {
    const [first] = decided;
    if (first === undefined) return;
    if (await this.#around.store.commitAll(decided.map(({ commit }) => commit))) {
      this.#accepted += decided.length;
      this.#around.committed();
      return;
    }
    if (decided.length === 1) return this.#alone(first.wish);
    const middle = Math.ceil(decided.length / 2);
    await this.#commitAll(decided.slice(0, middle));
    await this.#commitAll(decided.slice(middle));
  }

  async #alone(wish: Wish): Promise<void> {
    const outcome = await carryOut(this.#around, this.#definition, wish);
    if (outcome?.refused) this.#refuse(wish.request, outcome.refused);
    else this.#accepted += 1;
  }

  #refuse(request: string, refusal: Refusal): [] {
    this.#refused += 1;
    this.#refusals.push({ request, refusal });
    return [];
  }
}

/** What can be decided side by side, and what must wait for something before it. */
function apart(items: readonly One[]): { readonly once: readonly One[]; readonly again: readonly One[] } {
  const seen = new Set<string>();
  const once: One[] = [];
  const again: One[] = [];
  for (const item of items) {
    const marks = [`request ${item.request}`, ...(item.case === undefined ? [] : [`case ${item.case}`])];
    (marks.some((mark) => seen.has(mark)) ? again : once).push(item);
    for (const mark of marks) seen.add(mark);
  }
  return { once, again };
}
