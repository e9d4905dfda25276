import { defineWorkflow } from '@front-office/kernel';
import { MANAGES } from '../rights.ts';
import { webhookMachine } from './machine.ts';
import { dropWebhook, projections } from './projections.ts';
import { eventsKnown, overlapIsOver, readsNoPrograms, subscriptionKnows, urlFits } from './rules.ts';
import { facts, inputs, known } from './schema.ts';
import { workItems } from './work-items.ts';

const judged = { known: known.subscribe, knows: subscriptionKnows, rules: [urlFits, eventsKnown, readsNoPrograms] };

/** A webhook as the kernel runs it. */
export const webhooks = defineWorkflow({
  name: 'webhook',
  version: 1,
  machine: webhookMachine,
  facts,
  read: MANAGES,
  start: { subscribe: { input: inputs.subscribe, needs: MANAGES, ...judged } },
  commands: {
    change: { input: inputs.change, needs: MANAGES, ...judged },
    pause: { input: inputs.pause, needs: MANAGES },
    resume: { input: inputs.resume, needs: MANAGES },
    remove: { input: inputs.remove, needs: MANAGES },
    rotateSecret: { input: inputs.rotateSecret, needs: MANAGES, rules: [overlapIsOver] },
    // No role has `integrations.deliver`: this is what deliveries tell.
    noteFailing: { input: inputs.noteFailing, needs: 'integrations.deliver' },
    noteRecovered: { input: inputs.noteRecovered, needs: 'integrations.deliver' },
    noteGone: { input: inputs.noteGone, needs: 'integrations.deliver' },
  },
  projections,
  constraints: { webhook_one: 'webhook_there_already' },
  workItems,
  erase: (at) => [dropWebhook(at)],
});
