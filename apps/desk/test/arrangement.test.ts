import type { VisitState } from '@front-office/visits';
import { expect, test } from 'vitest';
import type { Line } from '../src/api.ts';
import { arrange, groups, hold } from '../src/arrangement.ts';

const line = (visit: string, state: VisitState, minute: number): Line => {
  const moment = `2026-06-30T08:${String(minute).padStart(2, '0')}:00.000Z`;
  const came = state !== 'expected';
  const ended = ['left', 'noShow', 'turnedAway'].includes(state);
  // Ids and instants are branded by the schemas of the server, which this test does without.
  return { visit, state, expectedAt: moment, arrivedAt: came ? moment : null, endedAt: ended ? moment : null } as Line;
};
const idsOf = (arrangement: ReturnType<typeof arrange>) =>
  Object.fromEntries(groups.map((group) => [group, arrangement[group].map(({ visit }) => visit)]));

test('lines stand in their group in the order of time, whatever order they come in', () => {
  const open = [line('c', 'waiting', 9), line('a', 'expected', 30), line('b', 'waiting', 5), line('d', 'withHost', 1)];
  const ended = [line('f', 'turnedAway', 4), line('e', 'left', 2)];
  expect(idsOf(arrange({ open, ended }))).toEqual({
    expected: ['a'],
    waiting: ['b', 'c'],
    withHost: ['d'],
    ended: ['e', 'f'],
  });
});

test('under a hand every line keeps its place and says what is true; what came or moved is counted', () => {
  const shown = arrange({ open: [line('a', 'waiting', 1), line('b', 'waiting', 2)], ended: [] });
  const fresh = arrange({
    open: [line('a', 'withHost', 1), line('b', 'waiting', 2), line('c', 'waiting', 0)],
    ended: [],
  });
  const { arrangement, changes } = hold(shown, fresh);
  expect(idsOf(arrangement)).toEqual({ expected: [], waiting: ['a', 'b'], withHost: [], ended: [] });
  expect(arrangement.waiting[0]?.state).toBe('withHost');
  expect(changes).toBe(2);
});

test('under a hand a line that is gone stays until the hand leaves', () => {
  const shown = arrange({ open: [line('a', 'waiting', 1)], ended: [] });
  expect(hold(shown, arrange({ open: [], ended: [] }))).toMatchObject({ changes: 1, arrangement: shown });
  expect(hold(shown, shown).changes).toBe(0);
});
