import type { RefusalWords } from '@front-office/kernel';
import type { FailureCode, MessageCommand, MessageFact, MessageState } from '../schema.ts';
import type { TemplateName } from '../templates/names.ts';

/** Every text of this package that a screen shows; what is mailed stands in `templates`. A missing text does not compile. */
export interface MessageWords {
  readonly refusals: RefusalWords<never>;
  readonly states: Readonly<Record<MessageState, string>>;
  readonly commands: Readonly<Record<MessageCommand['type'], string>>;
  readonly facts: Readonly<Record<MessageFact['type'], string>>;
  readonly timers: Readonly<Record<'quietHoursEnd' | 'keptLongEnough', string>>;
  /** What a message tells, as a line of a list names it. */
  readonly templates: Readonly<Record<TemplateName, string>>;
  /** Why it did not arrive, and what to do now. */
  readonly failures: Readonly<Record<FailureCode, string>>;
  /** The work item `message.failed`. */
  readonly failedItem: string;
}
