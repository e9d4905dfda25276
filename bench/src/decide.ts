import { decide } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { Instant, newId } from '@front-office/values';
import { visitInputs, visitKnown, visitMachine, visits } from '@front-office/visits';
import { initialTransition, transition } from 'xstate';
import { ratio, two } from './statistics.ts';

const ROUNDS = 9;
const STEPS = 20_000;

/** `decide` against XState's bare `transition()`, on the same visit, in the same loop. */
export async function benchDecide(): Promise<string[]> {
  const at = Instant.parse('2026-06-30T09:00:00Z');
  const desk = actor('desk', 'visits.read', 'visits.receive');
  const by = { kind: 'staff', id: 'desk' } as const;
  const host = newId();
  const known = visitKnown.walkIn.parse({
    host: { id: host },
    closesAt: '2026-06-30T18:00:00Z',
    policy: { hostReminderMinutes: 2, badge: 'none', purposes: [] },
    barred: [],
  });
  const input = {
    type: 'walkIn',
    at,
    by,
    known,
    ...visitInputs.walkIn.parse({ visitor: { family: 'Probe' }, host }),
  } as const;
  const [waiting] = initialTransition(visitMachine, input);
  const { value, context, status } = waiting;
  const before = { snapshot: { value, context, status }, state: 'waiting', version: 1, timers: {} };
  const event = { type: 'receive', at, by, badge: '3' } as const;
  const command = { type: 'receive', input: { badge: '3' } };
  const circumstances = { at, actor: desk, known: {} };

  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const b = microseconds(() => transition(visitMachine, waiting, event));
    const a = microseconds(() => decide(visits, before, command, circumstances));
    if (round > 0) rounds.push({ a, b }); // the first warms up
  }
  const last = rounds.at(-1);
  return [`decide / transition(): ${two(ratio(rounds))}  (last round ${two(last?.a ?? 0)} / ${two(last?.b ?? 0)} µs)`];
}

function microseconds(step: () => unknown): number {
  const start = performance.now();
  for (let n = 0; n < STEPS; n++) step();
  return ((performance.now() - start) * 1_000) / STEPS;
}
