import type { FollowEvent } from '@front-office/http-express/client';
import { expect, test } from 'vitest';
import { hearOffice } from '../src/events.ts';
import { committed, pageByHand, settled } from './page-by-hand.ts';

/** A server that keeps count of who follows it, and tells by hand. */
function scene() {
  const page = pageByHand();
  const signals: AbortSignal[] = [];
  let tell = (_event: FollowEvent) => {};
  async function* follow(signal: AbortSignal) {
    signals.push(signal);
    while (!signal.aborted) {
      yield await new Promise<FollowEvent>((told) => {
        tell = told;
      });
    }
  }
  const events = hearOffice(follow, page.around);
  return {
    ...page,
    events,
    connections: () => signals.filter(({ aborted }) => !aborted).length,
    opened: () => signals.length,
    async tells(...told: FollowEvent[]) {
      for (const event of told) {
        await settled();
        tell(event);
        await settled();
      }
    },
  };
}

const listener = () => {
  const heard: string[] = [];
  return { heard, hear: ({ event }: FollowEvent) => void heard.push(event) };
};

test('however many listen, there is one connection, and none when nobody does', async () => {
  const { events, connections, opened, tells } = scene();
  expect(opened()).toBe(0);
  const [list, visit] = [listener(), listener()];
  const leaveList = events.listen(list.hear);
  const leaveVisit = events.listen(visit.hear);
  await tells({ event: 'reset' }, { event: 'committed', data: committed('visit', 'visit-1', 1) });
  expect(opened()).toBe(1);
  leaveVisit();
  await tells({ event: 'committed', data: committed('visit', 'visit-1', 2) });
  expect(list.heard).toEqual(['reset', 'committed', 'committed']);
  expect(visit.heard).toEqual(['reset', 'committed']);
  leaveList();
  expect(connections()).toBe(0);
  expect(events.connected()).toBe(false);
});

test('it is connected from the first word on; that the connection is lost is told once, not at every try', async () => {
  const { events, tells } = scene();
  const { heard, hear } = listener();
  events.listen(hear);
  await tells({ event: 'away' }, { event: 'away' });
  expect(events.connected()).toBe(false);
  expect(heard).toEqual([]);
  await tells({ event: 'reset' });
  expect(events.connected()).toBe(true);
  await tells({ event: 'away' }, { event: 'away' }, { event: 'away' });
  expect(events.connected()).toBe(false);
  await tells({ event: 'resumed' });
  expect(heard).toEqual(['reset', 'away', 'resumed']);
});

test('a hidden page lets its connection go, and has one again when it is seen', async () => {
  const { events, connections, opened, tells, turns } = scene();
  events.listen(() => {});
  await tells({ event: 'reset' });
  turns('hidden');
  expect(connections()).toBe(0);
  expect(events.connected()).toBe(false);
  turns('visible');
  turns('visible');
  expect([connections(), opened()]).toEqual([1, 2]);
  await tells({ event: 'reset' });
  expect(events.connected()).toBe(true);
});
