import { known } from '@front-office/kernel';
import { hostDirectory, officeHours } from '@front-office/organisation';
import type { VisitPolicy, VisitPorts } from '@front-office/visits';

/** What all packages need from outside, by package. */
export type OfficePorts = VisitPorts;

/** Fills the packages' ports from one another: hosts and hours from organisation, policies from the vertical. */
export function officePorts(policy: { readonly visits: VisitPolicy }): OfficePorts {
  return {
    visits: {
      hosts: hostDirectory,
      hours: officeHours,
      policy: known(policy.visits),
    },
  };
}
