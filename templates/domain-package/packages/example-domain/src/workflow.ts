import { defineWorkflow } from '@front-office/kernel';
import { itemMachine } from './machine.ts';
import { projections } from './projections.ts';
import { beginningKnows, proofIsSeen } from './rules.ts';
import { facts, inputs, known } from './schema.ts';

/** An item as the kernel runs it. */
export const items = defineWorkflow({
  name: 'exampleDomain',
  version: 1,
  machine: itemMachine,
  facts,
  read: 'exampleDomain.keep',
  start: {
    keep: { input: inputs.keep, needs: 'exampleDomain.keep', known: known.keep, knows: beginningKnows },
  },
  commands: {
    handOver: { input: inputs.handOver, needs: 'exampleDomain.handOver', rules: [proofIsSeen] },
  },
  projections,
});
