import { StoreAway, type Told } from '../../packages/kernel/src/index.ts';
import type { Office } from './office/office.ts';
import type { Owner } from './scheduler.ts';
import type { Server } from './server.ts';
import { asViolation, Violation } from './violation.ts';
import type { World } from './world.ts';

/** A screen that follows an office: it remembers the last id it was told, and comes again with it when the line breaks. */
export class Follower implements Owner {
  readonly name: string;
  readonly alive = true;
  readonly office: Office;
  /** Requests of the rows it was told, in order. */
  readonly told: string[] = [];
  /** What was in the log when it began to follow, and so is not told. */
  #before: ReadonlySet<string> = new Set();
  #last: string | undefined;
  #hangUp = new AbortController();
  #over = false;
  readonly #world: World;
  readonly #serverNow: () => Server;

  constructor(world: World, office: Office, serverNow: () => Server) {
    this.name = `follower of ${office.id.slice(-1)}`;
    this.office = office;
    this.#world = world;
    this.#serverNow = serverNow;
    void this.#followOn();
  }

  /** The line breaks; it comes again, to another server perhaps. */
  disconnect(): void {
    this.#hangUp.abort(new StoreAway('line broken'));
  }

  end(): void {
    this.#over = true;
    this.disconnect();
  }

  async #followOn(): Promise<void> {
    while (!this.#over) {
      this.#hangUp = new AbortController();
      await this.#followWhileItLasts(this.#serverNow(), this.#hangUp.signal);
      await this.#world.scheduler.point(this, 'comes again');
    }
  }

  async #followWhileItLasts(server: Server, signal: AbortSignal): Promise<void> {
    const { promise: hungUp, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    hungUp.catch(() => {}); // it is only raced
    const following = server.kernel.afterCommit
      .follow({ office: this.office.id, after: this.#last, signal })
      [Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await Promise.race([following.next(), server.crashed, hungUp]);
        if (next.done) return;
        this.#hear(next.value);
        await Promise.race([this.#world.scheduler.point(this, 'listens'), server.crashed, hungUp]);
      }
    } catch (error) {
      if (!(error instanceof StoreAway)) this.#world.report(asViolation(error));
    }
  }

  #hear(told: Told): void {
    if (told.kind === 'reset') {
      if (this.#last !== undefined)
        throw new Violation('the feed goes on', `${this.name} was reset after ${this.#last}`);
      // Whoever is reset loads everything anew; what is there by now is known.
      this.#before = new Set(this.#world.store.history(this.office.id).map(({ request }) => request));
    } else if (told.kind === 'row') {
      if (told.row.office !== this.office.id)
        this.#world.report(new Violation('no row of another office', `${this.name} was told ${told.row.request}`));
      this.told.push(told.row.request);
    }
    this.#last = told.id;
  }

  /** Compares what was told with the log in the order of its commits. */
  judge(inOrder: readonly string[]): void {
    const expected = inOrder.filter((request) => !this.#before.has(request));
    const told = this.told.filter((request) => !this.#before.has(request));
    const at = expected.findIndex((request, index) => told[index] !== request);
    if (this.told.length !== new Set(this.told).size)
      throw new Violation('the feed tells once', `${this.name} was told something twice`);
    if (at >= 0 || told.length !== expected.length)
      throw new Violation(
        'the feed tells all, in order',
        `${this.name} was told ${told[at]} instead of ${expected[at]} (${told.length} of ${expected.length})`,
      );
  }
}
