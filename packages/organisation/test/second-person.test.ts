import { Instant } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import { secondPerson } from '../src/index.ts';

const at = Instant.parse('2026-06-30T09:00:00Z');
const anna = { kind: 'staff', id: 'anna' } as const;
const jörg = { kind: 'staff', id: 'joerg' } as const;
const asked = { by: anna, at };

describe('a step that wants two people', () => {
  test.each([{ kind: 'two_people' }, { kind: 'self_with_reason' }, { kind: 'self_after', minutes: 60 }] as const)(
    'is taken at once by somebody else: $kind',
    (rule) => {
      expect(secondPerson(rule, asked, { by: jörg, at, reason: null })).toBeUndefined();
    },
  );

  test.each(['device', 'service', 'system'] as const)('is not taken by a %s, which takes no second look', (kind) => {
    const second = { by: { kind, id: 'joerg' }, at, reason: 'Weil' };
    for (const rule of [
      { kind: 'two_people' },
      { kind: 'self_with_reason' },
      { kind: 'self_after', minutes: 0 },
    ] as const)
      expect(secondPerson(rule, asked, second)?.code).toBe('second_person_needed');
  });

  test('waits for somebody else where the office has no other rule', () => {
    expect(secondPerson({ kind: 'two_people' }, asked, { by: anna, at, reason: 'Ich bin allein' })?.code).toBe(
      'second_person_needed',
    );
  });

  test('is taken by the same person with a reason where the policy allows it, and blanks are none', () => {
    const alone = (reason: string | null) =>
      secondPerson({ kind: 'self_with_reason' }, asked, { by: anna, at, reason })?.code;
    expect([alone(null), alone(' '), alone('Ich bin heute allein')]).toEqual([
      'reason_needed',
      'reason_needed',
      undefined,
    ]);
  });

  test('is taken by the same person once the time is over, to the millisecond', () => {
    const later = (moment: string) =>
      secondPerson({ kind: 'self_after', minutes: 60 }, asked, { by: anna, at: Instant.parse(moment), reason: null });
    expect(later('2026-06-30T09:59:59.999Z')).toEqual({
      code: 'too_early',
      figures: { from: '2026-06-30T10:00:00.000Z' },
    });
    expect(later('2026-06-30T10:00:00Z')).toBeUndefined();
  });
});
