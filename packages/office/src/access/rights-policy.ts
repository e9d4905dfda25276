import type { Kernel, Read } from '@front-office/kernel';
import type { OrganisationPorts, RightsPolicy } from '@front-office/organisation';

/** What the office that asks has set about rights. `createOffice` put it among the ports of the kernel. */
export const rightsPolicyIn = ({ ports }: Pick<Kernel, 'ports'>): Read<RightsPolicy> =>
  (ports as OrganisationPorts).organisation.policy;
