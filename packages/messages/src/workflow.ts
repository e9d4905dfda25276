import { type Ask, defineWorkflow, through } from '@front-office/kernel';
import { effects } from './effects.ts';
import { messageMachine } from './machine.ts';
import type { MessagePorts } from './ports.ts';
import { dropRow, projections } from './projections.ts';
import { facts, inputs, known } from './schema.ts';
import { workItems } from './work-items.ts';

/** A message as the kernel runs it. */
export const messages = defineWorkflow({
  name: 'message',
  version: 1,
  machine: messageMachine,
  facts,
  read: 'messages.send',
  logsReads: true,
  start: {
    queue: {
      input: inputs.queue,
      needs: 'messages.send',
      known: known.queue,
      knows: {
        policy: ({ ports }: Ask<MessagePorts>) => ports.messages.policy,
        zone: ({ ports }: Ask<MessagePorts>) => through(ports.messages.house, ({ zone }) => zone),
      },
    },
  },
  commands: {
    // No role has `messages.deliver`: these are the answers of the effect, and of whoever reads what came back.
    confirmSent: { input: inputs.confirmSent, needs: 'messages.deliver' },
    bounce: { input: inputs.bounce, needs: 'messages.deliver' },
    fail: { input: inputs.fail, needs: 'messages.deliver' },
    hold: { input: inputs.hold, needs: 'messages.deliver' },
    lapse: { input: inputs.lapse, needs: 'messages.deliver' },
    cancel: { input: inputs.cancel, needs: 'messages.send' },
    sendAgain: { input: inputs.sendAgain, needs: 'messages.send' },
  },
  effects,
  projections,
  workItems,
  erase: (at) => [dropRow(at)],
});
