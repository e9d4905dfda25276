import type { RefusalWords } from '@front-office/kernel';
import type { VisitCommand, VisitFact, VisitState } from '../schema.ts';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface VisitWords {
  readonly refusals: RefusalWords<
    'host_unknown' | 'purpose_unknown' | 'label_unknown' | 'nothing_kept_back' | 'expected_day_over'
  >;
  readonly states: Readonly<Record<VisitState, string>>;
  readonly commands: Readonly<Record<VisitCommand['type'], string>>;
  readonly facts: Readonly<Record<VisitFact['type'], string>>;
  readonly timers: Readonly<Record<'hostReminder' | 'deskTold' | 'closingTime' | 'retention', string>>;
  readonly forgotten: string;
  readonly barredWarning: string;
}
