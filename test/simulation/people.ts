import {
  type Accepted,
  asSaid,
  type Outcome,
  type Refused,
  StoreAway,
  sameJson,
} from '../../packages/kernel/src/index.ts';
import { anna, definitionOf, type Office } from './office/office.ts';
import type { Owner } from './scheduler.ts';
import { isOutdated, type Server } from './server.ts';
import { asViolation, Violation } from './violation.ts';
import type { World } from './world.ts';

/** Something that somebody wants, under one request id, however often it is sent. */
export interface Wish {
  readonly office: Office;
  readonly workflow: 'guest' | 'ticket';
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly case?: string | undefined;
  readonly request: string;
  /** Under which request id its row stands in the log. */
  readonly logged: string;
  /** Some try of it may have been carried out without an answer, or still be on its way. */
  inDoubt: boolean;
  refused: boolean;
}

/** Whoever asks lives on when a server crashes. */
const ASKER: Owner = { name: 'somebody', alive: true };

/** An answer that is compared with the log after the step in which it came. */
export type Check = () => void;

/** Those who ask for something, and hear what came of it. */
export class People {
  readonly #world: World;
  readonly #serverNow: () => Server;
  readonly wishes: Wish[] = [];
  readonly checks: Check[] = [];
  /** Everybody still waits for an answer while this is not 0. */
  asking = 0;

  constructor(world: World, serverNow: () => Server) {
    this.#world = world;
    this.#serverNow = serverNow;
  }

  wish(about: Omit<Wish, 'request' | 'logged' | 'inDoubt' | 'refused'>): Wish {
    const request = `wish-${this.wishes.length + 1}`;
    const logged = about.command === 'erase' ? `erase:${request}` : request;
    const wish = { ...about, request, logged, inDoubt: false, refused: false };
    this.wishes.push(wish);
    return wish;
  }

  /** Sends a wish until it is answered, perhaps twice at the same time, or gives up in between. */
  send(wish: Wish): void {
    const twice = this.#world.faults.happens('duplicateRequest');
    if (twice) wish.inDoubt = true;
    void this.#persist(wish);
    if (twice) void this.#persist(wish);
  }

  async #persist(wish: Wish): Promise<void> {
    const ask = async (server: Server) => {
      const before = this.#world.book.rowOf(wish.office.id, wish.logged) !== undefined;
      const answer = await asked(server, wish);
      this.checks.push(() => this.#judge(wish, answer, before));
    };
    await this.untilAnswered(ask, () => {
      wish.inDoubt = true;
    });
  }

  /** Asks one server after another until one answers, or whoever asks has given up. */
  async untilAnswered(ask: (server: Server) => Promise<void>, onFailure: () => void = () => {}): Promise<void> {
    this.asking += 1;
    try {
      for (;;) {
        const server = this.#serverNow();
        try {
          await Promise.race([ask(server), server.crashed]);
          return;
        } catch (error) {
          if (!(error instanceof StoreAway || isOutdated(server, error))) this.#world.report(asViolation(error));
          onFailure();
          if (this.#world.faults.happens('askerGivesUp')) return;
        }
        await this.#world.scheduler.point(ASKER, 'asks again');
      }
    } finally {
      this.asking -= 1;
    }
  }

  #judge(wish: Wish, answer: Outcome, before: boolean): void {
    const row = this.#world.book.rowOf(wish.office.id, wish.logged);
    if (answer.refused) this.judgeRefusal(wish, answer, before);
    else if (row === undefined) throw new Violation('acknowledged is written', `${wish.logged} is not in the log`);
    else judgeAnswer(wish, answer, asSaid(row), row.salt === null);
  }

  judgeRefusal(wish: Wish, { refused }: Refused, before: boolean): void {
    const row = this.#world.book.rowOf(wish.office.id, wish.logged);
    const erased = row !== undefined && this.#world.book.caseOf(wish.office.id, row.case)?.erased;
    // What was said cannot be compared any more once it is erased.
    if (before && !erased)
      throw new Violation('once accepted, always accepted', `${wish.logged} is refused: ${refused.code}`);
    if (row && !wish.inDoubt)
      throw new Violation('refused is absent', `${wish.logged} is refused (${refused.code}) and written`);
    wish.refused = true;
  }
}

function judgeAnswer(wish: Wish, answer: Accepted, row: Omit<Accepted, 'refused'>, erased: boolean): void {
  const { case: id, version, state, facts } = answer;
  const same =
    id === row.case && version === row.version && state === row.state && (erased || sameJson(facts, row.facts));
  if (!same)
    throw new Violation(
      'the answer is the row',
      `${wish.logged}: ${JSON.stringify(answer)} is not ${JSON.stringify(row)}`,
    );
}

function asked(
  { kernel, version }: Server,
  { office, workflow, command, input, case: id, request }: Wish,
): Promise<Outcome> {
  const circumstance = { office: office.id, actor: anna, request, case: id };
  const definition = definitionOf(version, workflow);
  if (command === 'erase') return kernel.erase(definition, { ...circumstance, case: id ?? '' });
  // The deeds make inputs that fit their commands.
  return kernel.dispatch(definition, command as never, input as never, circumstance) as Promise<Outcome>;
}
