import { known } from '@front-office/kernel';
import { actor, scene } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import { barredPersons, type OfficeHours, visits } from '../src/index.ts';
import { hostId, quietPolicy, visitPorts } from '../src/testing.ts';

export const anna = { given: 'Anna', family: 'Beispielmüller' };
export const kiosk = actor('kiosk-1', 'visits.checkInSelf', 'hosts.search');
export const desk = actor('desk', 'visits.receive', 'visits.preregister', 'visits.turnAway', 'visits.bar');
export const host = hostId('Probeßmann');

export function reception({ badge = 'none' as 'none' | 'print', hours = undefined as OfficeHours | undefined } = {}) {
  const { visits: ports } = visitPorts({
    hosts: [{ given: 'Jörg', family: 'Probeßmann' }],
    closesAt: Instant.parse('2026-06-30T18:00:00+02:00'),
    policy: { ...quietPolicy, badge, purposes: [{ id: 'delivery', label: { de: 'Lieferung', en: 'Delivery' } }] },
  });
  return scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [visits, barredPersons],
    ports: { visits: { ...ports, ...(hours && { hours }) } },
  });
}

/** Closes each day at 17:00 in UTC. */
export const everyDay: OfficeHours = { closingTime: (at) => known(Instant.parse(`${at.slice(0, 10)}T17:00:00Z`)) };
