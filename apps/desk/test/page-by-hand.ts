import type { Committed, FollowEvent } from '@front-office/http-express/client';
import type { OfficeEvents } from '../src/events.ts';
import type { Surroundings } from '../src/surroundings.ts';

/** A page with a clock that moves by hand. */
export function pageByHand() {
  let now = 0;
  let hidden = false;
  const watching = new Set<() => void>();
  let waits: { due: number; run: () => void }[] = [];
  const around: Surroundings = {
    now: () => now,
    after(ms, run) {
      const wait = { due: now + ms, run };
      waits.push(wait);
      return () => {
        waits = waits.filter((each) => each !== wait);
      };
    },
    hidden: () => hidden,
    onChange(run) {
      watching.add(run);
      return () => watching.delete(run);
    },
  };
  return {
    around,
    now: () => now,
    async passes(ms: number) {
      await settled();
      for (const end = now + ms; ; ) {
        const next = waits.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0];
        now = next?.due ?? end;
        if (!next) return;
        waits = waits.filter((each) => each !== next);
        next.run();
        await settled();
      }
    },
    turns(to: 'hidden' | 'visible') {
      hidden = to === 'hidden';
      for (const run of watching) run();
    },
  };
}

export const settled = () => new Promise((done) => setImmediate(done));

/** An office whose events are told by hand; away until something is told. */
export function officeByHand() {
  const listeners = new Set<(event: FollowEvent) => void>();
  let isConnected = false;
  const events: OfficeEvents = {
    connected: () => isConnected,
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
  const tells = (event: FollowEvent) => {
    isConnected = event.event !== 'away';
    for (const hear of listeners) hear(event);
  };
  return {
    events,
    tells,
    listeners,
    happens: (workflow: string, id = 'visit-1', version = 2) =>
      tells({ event: 'committed', data: committed(workflow, id, version) }),
  };
}

export const committed = (workflow: string, id: string, version: number): Committed => ({
  workflow,
  case: id,
  version,
  at: '2026-06-30T08:20:00.000Z',
  state: 'waiting',
  tags: [],
  facts: [],
});
