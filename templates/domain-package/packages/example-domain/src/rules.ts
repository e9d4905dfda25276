import { type Ask, type Given, refuse } from '@front-office/kernel';
import type * as z from 'zod';
import type { ExampleDomainPorts } from './ports.ts';
import type { Item, inputs } from './schema.ts';

/** Where the office wants a proof, nobody gets an item without one. */
export function proofIsSeen({ context, input }: Given<Item, z.output<typeof inputs.handOver>>) {
  const { proof } = context.policy;
  if (proof === 'seen' && !input.proofSeen) return refuse('example_domain_proof_missing');
}

/** What every item begins with. */
export const beginningKnows = {
  policy: ({ ports }: Ask<ExampleDomainPorts>) => ports.exampleDomain.policy,
};
