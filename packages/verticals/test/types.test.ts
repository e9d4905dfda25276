import { expect, test } from 'vitest';
import { defineVertical } from '../src/vertical.ts';
import { parish } from './parish.ts';

const june = { name: { family: 'Sampleton' }, receivesVisitors: true };
const organisation = { ...parish.organisation, staff: { june } };
const visits = { ...parish.policy.visits, purposes: [] };
const office = { ...parish, organisation, policy: { ...parish.policy, visits } };
const visit = { at: '09:30', visitor: { family: 'Musterfrau' } };
const sampleOf = <Host extends string>(host: Host) => ({ expected: [], walkIns: [{ ...visit, host }], barred: [] });

test('a sample visit names somebody of the same office; anybody else does not compile', () => {
  const known = defineVertical({ ...office, sample: sampleOf('june') });
  // @ts-expect-error: nobody here goes by that name
  const stranger = defineVertical({ ...office, sample: sampleOf('joan') });
  expect([known, stranger].map(({ sample }) => sample.walkIns[0]?.host)).toEqual(['june', 'joan']);
});
