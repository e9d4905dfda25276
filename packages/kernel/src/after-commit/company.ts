import type { Decidable } from '../decide.ts';
import type { Surroundings } from '../dispatch.ts';
import type { Reaction } from '../reaction.ts';
import type { Read } from '../read.ts';

/** What everything that happens after a commit works with. */
export interface Company extends Surroundings {
  readonly definitions: ReadonlyMap<string, Decidable>;
  readonly reactions: readonly Reaction[];
  read<T>(office: string, read: Read<T>): Promise<T>;
  /** One after the other for each case of this process. */
  inTurn<T>(office: string, caseId: string, task: () => Promise<T>): Promise<T>;
  /** Aborted when so much time has passed. */
  timeLimit(ms: number): AbortSignal;
  /** Told of what failed and is tried again: for the program's log, never for a person. */
  onProblem(error: unknown, where: string): void;
}
