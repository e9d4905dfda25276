import { type ActorRef, type Refusal, refuse } from '@front-office/kernel';
import { type Instant, isBefore, MINUTE_MS, plusMs } from '@front-office/values';

/**
 * What an office has set for a step that wants two people, such as asking for a refund and approving it:
 *
 * - `two_people` always somebody else
 * - `self_with_reason` in a firm of one, also the same person, with a reason that stays in the log
 * - `self_after` the same person, but not before so many minutes have passed: the second look is forced
 */
export type SecondPersonRule =
  | { readonly kind: 'two_people' }
  | { readonly kind: 'self_with_reason' }
  | { readonly kind: 'self_after'; readonly minutes: number };

interface Step {
  readonly by: ActorRef;
  readonly at: Instant;
}

/** Whether a second step may be taken by whoever takes it, after the first. Of one item, that is: both are about the same. */
export function secondPerson(
  rule: SecondPersonRule,
  first: Step,
  second: Step & { readonly reason: string | null },
): Refusal<'second_person_needed' | 'reason_needed' | 'too_early'> | undefined {
  // A device, a program and a timer are nobody who could take a second look.
  if (second.by.kind !== 'staff') return refuse('second_person_needed');
  if (first.by.kind !== 'staff' || first.by.id !== second.by.id) return undefined;
  switch (rule.kind) {
    case 'two_people':
      return refuse('second_person_needed');
    case 'self_with_reason':
      return (second.reason ?? '').trim() === '' ? refuse('reason_needed') : undefined;
    case 'self_after': {
      const earliest = plusMs(first.at, rule.minutes * MINUTE_MS);
      return isBefore(second.at, earliest) ? refuse('too_early', { from: earliest }) : undefined;
    }
  }
}
