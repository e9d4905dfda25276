/** Something that must never be. */
export class Violation extends Error {
  override readonly name = 'Violation';
  /** Which invariant it breaks. */
  readonly invariant: string;

  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

/** An error that nobody foresaw breaks an invariant too. */
export function asViolation(error: unknown): Violation {
  if (error instanceof Violation) return error;
  return new Violation('no bugs', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
