import { defineWorkflow } from '@front-office/kernel';
import { MANAGES } from '../rights.ts';
import { effects } from './effects.ts';
import { deliveryMachine } from './machine.ts';
import { dropDelivery, projections } from './projections.ts';
import { queueKnows, sendAgainKnows, webhookSends } from './rules.ts';
import { facts, inputs, known } from './schema.ts';

/** A delivery as the kernel runs it. */
export const deliveries = defineWorkflow({
  name: 'delivery',
  version: 1,
  machine: deliveryMachine,
  facts,
  read: MANAGES,
  // What is kept back of a case is kept back of what was told of it.
  label: ({ label }) => label,
  start: {
    queue: { input: inputs.queue, needs: 'integrations.deliver', known: known.queue, knows: queueKnows },
  },
  commands: {
    // No role has `integrations.deliver`: these are the answers of the effect.
    confirm: { input: inputs.confirm, needs: 'integrations.deliver' },
    putOff: { input: inputs.putOff, needs: 'integrations.deliver' },
    refuse: { input: inputs.refuse, needs: 'integrations.deliver' },
    hold: { input: inputs.hold, needs: 'integrations.deliver' },
    drop: { input: inputs.drop, needs: 'integrations.deliver' },
    sendAgain: {
      input: inputs.sendAgain,
      needs: MANAGES,
      known: known.sendAgain,
      knows: sendAgainKnows,
      when: [webhookSends],
    },
  },
  effects,
  projections,
  erase: (at) => [dropDelivery(at)],
});
