// The visit machine in a program of its own: no database, no kernel, no server.
import { Instant, newId } from '@front-office/values';
import { visitInputs, visitKnown, visitMachine } from '@front-office/visits';
import { createActor } from 'xstate';

const host = newId();
const arrival = Instant.parse('2026-06-30T09:00:00+02:00');
const by = { kind: 'staff', id: 'front-desk' } as const;

const visit = createActor(visitMachine, {
  input: {
    type: 'walkIn',
    at: arrival,
    by,
    ...visitInputs.walkIn.parse({ visitor: { given: 'Anna', family: 'Beispielmüller' }, host }),
    known: visitKnown.walkIn.parse({
      host: { id: host },
      closesAt: '2026-06-30T18:00:00+02:00',
      policy: { hostReminderMinutes: 2, badge: 'none', purposes: [] },
      barred: [],
    }),
  },
});

visit.on('*', (fact) => console.log(`fact: ${fact.type}`));
visit.subscribe(({ value }) => console.log(`now: ${value}`));
visit.start();

visit.send({ type: 'receive', at: Instant.parse('2026-06-30T09:03:00+02:00'), by, badge: '17' });
visit.send({ type: 'leave', at: Instant.parse('2026-06-30T09:40:00+02:00'), by });

// It would be kept for days now, and then erased; this program is over. (Node's own timers hold at most 24 days: a
// program that runs for longer hands `createActor` a clock that can wait, as the kernel's stored timers do.)
visit.stop();
