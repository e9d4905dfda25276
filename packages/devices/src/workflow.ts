import { defineWorkflow } from '@front-office/kernel';
import { effects } from './effects.ts';
import { deviceMachine } from './machine.ts';
import { dropRow, projections } from './projections.ts';
import { beginningKnows, codeIsInTime, placeIsKnown, placeKnows } from './rules.ts';
import { facts, inputs, known } from './schema.ts';

/** A device as the kernel runs it. */
export const devices = defineWorkflow({
  name: 'device',
  version: 1,
  machine: deviceMachine,
  facts,
  read: 'devices.manage',
  start: {
    offer: {
      input: inputs.offer,
      needs: 'devices.manage',
      known: known.offer,
      knows: beginningKnows,
      rules: [placeIsKnown],
    },
  },
  commands: {
    offerAgain: { input: inputs.offerAgain, needs: 'devices.manage' },
    // No role has `devices.pair`: only the door says this, which has checked the code.
    pair: { input: inputs.pair, needs: 'devices.pair', rules: [codeIsInTime] },
    rename: { input: inputs.rename, needs: 'devices.manage' },
    place: {
      input: inputs.place,
      needs: 'devices.manage',
      known: known.place,
      knows: placeKnows,
      rules: [placeIsKnown],
    },
    configure: { input: inputs.configure, needs: 'devices.manage' },
    revoke: { input: inputs.revoke, needs: 'devices.manage' },
  },
  effects,
  projections,
  constraints: { device_name: 'device_name_taken' },
  erase: (at) => [dropRow(at)],
});
