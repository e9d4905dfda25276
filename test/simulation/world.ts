import { MemoryStore, StoreAway } from '../../packages/kernel/src/index.ts';
import { Book } from './book.ts';
import { Faults } from './faults.ts';
import { FIRST_FREE_ID, idOf } from './office/office.ts';
import { Outside } from './outside.ts';
import { Random } from './random.ts';
import { type Owner, Scheduler } from './scheduler.ts';
import { Violation } from './violation.ts';

/** Which run it is. The same scenario always tells the same history. */
export interface Scenario {
  readonly seed: number;
  /** How many steps until nothing goes wrong any more, and what has begun comes to its end. */
  readonly steps: number;
  /** Faults and deeds that do not happen in it, by name. */
  readonly off: readonly string[];
}

/** The database is a machine of its own: it goes on when a server crashes. */
const DATABASE: Owner = { name: 'database', alive: true };

/** Everything of one run. */
export class World {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly store: MemoryStore;
  readonly outside: Outside;
  readonly book: Book;
  #violation: Violation | undefined;
  #lastId = FIRST_FREE_ID;

  constructor({ seed, off }: Scenario, { keepsHistory }: { readonly keepsHistory: boolean }) {
    this.random = new Random(seed);
    this.scheduler = new Scheduler(this.random, { keepsHistory });
    this.faults = new Faults(this.random, off);
    this.store = new MemoryStore({
      inTransaction: async () => {
        await this.scheduler.point(DATABASE, 'commits');
        if (this.faults.happens('transactionAborted')) throw new StoreAway('the transaction was rolled back');
      },
    });
    this.outside = new Outside(this.scheduler, this.faults, this.random);
    this.book = new Book(this.store);
  }

  get violation(): Violation | undefined {
    return this.#violation;
  }

  readonly newId = (): string => idOf(++this.#lastId);

  readonly touched = (office: string, caseId: string): void => this.book.touch(office, caseId);

  /** An effect that was carried out belongs to a step that was committed. */
  judgeDone({ office, case: id, key }: { readonly office: string; readonly case: string; readonly key: string }): void {
    const version = Number(key.split(':')[1]);
    const read = this.book.caseOf(office, id);
    if (!read?.log.some((row) => row.version === version))
      throw new Violation('an effect follows its commit', `${key} was carried out for a step that is not in the log`);
  }

  /** The first violation counts; others may follow from it. */
  readonly report = (violation: Violation): void => {
    this.#violation ??= violation;
  };
}
