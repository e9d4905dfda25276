import { known } from '@front-office/kernel';
import { actor, scene } from '@front-office/kernel/testing';
import { Instant, MINUTE_MS, plusMs } from '@front-office/values';
import { barredPersons, type OfficeHours, type VisitPolicy, visits } from '../src/index.ts';
import { hostId, quietPolicy, visitPorts } from '../src/testing.ts';

export const anna = { given: 'Anna', family: 'Beispielmüller' };
export const kiosk = actor('kiosk-1', 'visits.checkInSelf', 'hosts.search');
export const desk = actor(
  'desk',
  'visits.read',
  'visits.receive',
  'visits.preregister',
  'visits.turnAway',
  'visits.bar',
);
export const host = hostId('Probeßmann');

interface Arrangement {
  readonly hours?: OfficeHours;
  readonly policy?: Partial<VisitPolicy>;
  /** Read at every command, so that a scene can change the policy of the house while it goes on. */
  readonly policyNow?: () => VisitPolicy;
}

export function reception({ hours, policy, policyNow }: Arrangement = {}) {
  const { visits: ports } = visitPorts({
    hosts: [
      { given: 'Jörg', family: 'Probeßmann' },
      { given: 'Sabine', family: 'Mustergrün' },
    ],
    closesAt: Instant.parse('2026-06-30T18:00:00+02:00'),
    policy: { ...quietPolicy, ...policy, purposes: [{ id: 'delivery', label: { de: 'Lieferung', en: 'Delivery' } }] },
  });
  return scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [visits, barredPersons],
    ports: {
      visits: {
        ...ports,
        ...(hours && { hours }),
        get policy() {
          return policyNow ? known(policyNow()) : ports.policy;
        },
      },
    },
  });
}

/** Closes each day at 17:00 in UTC. */
export const everyDay: OfficeHours = {
  closingTime: (at) => known(Instant.parse(`${at.slice(0, 10)}T17:00:00Z`)),
  openTime: (at, minutes) => known([{ from: at, to: plusMs(at, minutes * MINUTE_MS) }]),
};
