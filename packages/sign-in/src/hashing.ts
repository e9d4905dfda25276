import { hash, parseOptions, verify } from '@node-rs/argon2';

/** How dear a password is to try out, and how many of them this process tries at once. */
export interface Hashing {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  /** Each takes `memoryKib` and a core while it lasts. */
  readonly atOnce: number;
  /** How many more may wait for their turn; whoever comes then is told to come again. */
  readonly waiting: number;
}

/** RFC 9106, section 4: the second recommended choice of argon2id, 64 MiB and 3 passes; with one lane, since sign-ins share the cores. */
export const defaultHashing: Hashing = { memoryKib: 65_536, passes: 3, lanes: 1, atOnce: 2, waiting: 32 };

export type Tried = 'right' | 'wrong' | 'busy';

/** argon2id for passwords and PINs, a few at once. */
export class Hasher {
  readonly #hashing: Hashing;
  readonly #turns: (() => void)[] = [];
  #running = 0;
  #dummy: Promise<string> | undefined;

  constructor(hashing: Hashing) {
    this.#hashing = hashing;
  }

  /** In PHC form; nothing when too many wait already. */
  hash = (secret: string): Promise<string | undefined> => this.#inTurn(() => hash(secret, this.#cost()));

  /**
   * Tries a secret against what is stored. Where nothing is stored, a hash that nobody knows the secret of is tried
   * instead, at the same cost.
   */
  async verify(stored: string | null, secret: string): Promise<Tried> {
    this.#dummy ??= hash(crypto.randomUUID(), this.#cost());
    const against = stored ?? (await this.#dummy);
    const isRight = await this.#inTurn(() => verify(against, secret));
    if (isRight === undefined) return 'busy';
    return isRight && stored !== null ? 'right' : 'wrong';
  }

  /** Whether it was made at another cost than today's. */
  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    const { memoryKib, passes, lanes } = this.#hashing;
    return memoryCost !== memoryKib || timeCost !== passes || parallelism !== lanes;
  }

  /** argon2id version 0x13 is what the library does unless told otherwise. */
  #cost() {
    const { memoryKib, passes, lanes } = this.#hashing;
    return { memoryCost: memoryKib, timeCost: passes, parallelism: lanes };
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#running >= this.#hashing.atOnce) {
      if (this.#turns.length >= this.#hashing.waiting) return undefined;
      await new Promise<void>((resolve) => this.#turns.push(resolve));
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#turns.shift();
      if (next)
        next(); // hands its place on
      else this.#running -= 1;
    }
  }
}
