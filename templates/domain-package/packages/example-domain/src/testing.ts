import { known } from '@front-office/kernel';
import type { ExampleDomainPolicy } from './policy.ts';
import type { ExampleDomainPorts } from './ports.ts';

/** Ports with a fixed policy, for scenes without an office around them. */
export function exampleDomainPorts(policy: ExampleDomainPolicy): ExampleDomainPorts {
  return { exampleDomain: { policy: known(policy) } };
}
