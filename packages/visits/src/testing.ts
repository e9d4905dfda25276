import { known } from '@front-office/kernel';
import { derivedId, foldName, type Instant, MINUTE_MS, type PersonName, plusMs } from '@front-office/values';
import type { VisitPolicy } from './policy.ts';
import type { VisitPorts } from './ports.ts';
import { StaffId } from './schema.ts';

const NAMES = 'f6a3f1c0-5d0e-4c53-9e0b-0d6a4f3f9f10';

/** The id of a host of `visitPorts`, by family name. */
export const hostId = (family: string) => StaffId.parse(derivedId(NAMES, family));

export const quietPolicy: VisitPolicy = {
  hostReminderMinutes: 2,
  deskToldMinutes: 1,
  keepDays: 30,
  badge: 'none',
  purposes: [],
  labels: [],
};

/** Ports over a fixed list of hosts and one closing time, the door open until whatever is waited for, for scenes without an office around them. */
export function visitPorts(options: {
  readonly hosts: readonly PersonName[];
  readonly closesAt: Instant;
  readonly policy?: VisitPolicy;
}): VisitPorts {
  const hosts = options.hosts.map((name) => ({ id: hostId(name.family), name }));
  return {
    visits: {
      hosts: {
        byId: (id) => known(hosts.find((host) => host.id === id)),
        search: (text, limit) =>
          known(
            text.trim().length < 3
              ? []
              : hosts.filter(({ name }) => foldName(name.family).startsWith(foldName(text))).slice(0, limit),
          ),
      },
      hours: {
        closingTime: () => known(options.closesAt),
        openTime: (at, minutes) => known([{ from: at, to: plusMs(at, minutes * MINUTE_MS) }]),
      },
      policy: known(options.policy ?? quietPolicy),
    },
  };
}
