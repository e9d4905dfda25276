import type { Line, Visitors } from './api.ts';

/** The parts of a day at the desk, in the order in which they are shown. */
export const groups = ['expected', 'waiting', 'withHost', 'ended'] as const;
export type Group = (typeof groups)[number];

/** Which line stands where. */
export type Arrangement = Readonly<Record<Group, readonly Line[]>>;

/** Lines by group, each group in the order of time. */
export function arrange({ open, ended }: Pick<Visitors, 'open' | 'ended'>): Arrangement {
  const inState = (group: Group) => open.filter(({ state }) => state === group).sort(byMoment);
  return {
    expected: inState('expected'),
    waiting: inState('waiting'),
    withHost: inState('withHost'),
    ended: [...ended].sort(byMoment),
  };
}

/** The time that a line stands at: when the visit ended, or the visitor came, or is expected. */
export const momentOf = ({ endedAt, arrivedAt, expectedAt }: Line): string => endedAt ?? arrivedAt ?? expectedAt ?? '';

/** Canonical instants are in the order of their strings. */
const byMoment = (one: Line, other: Line) => compare(momentOf(one), momentOf(other)) || compare(one.visit, other.visit);
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * What is shown while a hand is on the list: every line stays in its place and says what is true now; what came, went
 * or changed its group waits, and is counted.
 */
export function hold(shown: Arrangement, fresh: Arrangement): { arrangement: Arrangement; changes: number } {
  const now = new Map(groups.flatMap((group) => fresh[group].map((line) => [line.visit, { line, group }] as const)));
  const before = new Map(groups.flatMap((group) => shown[group].map((line) => [line.visit, group] as const)));
  const inPlace = (group: Group) => shown[group].map((line) => now.get(line.visit)?.line ?? line);
  const came = [...now.keys()].filter((visit) => !before.has(visit));
  const leftTheirGroup = [...before].filter(([visit, group]) => now.get(visit)?.group !== group);
  return {
    arrangement: {
      expected: inPlace('expected'),
      waiting: inPlace('waiting'),
      withHost: inPlace('withHost'),
      ended: inPlace('ended'),
    },
    changes: came.length + leftTheirGroup.length,
  };
}
