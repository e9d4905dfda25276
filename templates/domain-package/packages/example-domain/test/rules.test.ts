import { Instant } from '@front-office/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proofIsSeen } from '../src/rules.ts';

const at = Instant.parse('2026-06-30T09:00:00+02:00');
const handover = fc.record({ proof: fc.constantFrom('seen' as const, 'none' as const), proofSeen: fc.boolean() });

test('an item is refused exactly when the office wants a proof and none was seen', () => {
  fc.assert(
    fc.property(handover, ({ proof, proofSeen }) => {
      const refusal = proofIsSeen({
        state: 'kept',
        context: { what: 'Schirm', handedOverTo: null, since: at, policy: { proof } },
        input: { to: 'Anna Beispielmüller', proofSeen },
        known: {},
        actor: { kind: 'staff', id: 'desk' },
        at,
      });
      expect(refusal !== undefined).toBe(proof === 'seen' && !proofSeen);
    }),
  );
});
