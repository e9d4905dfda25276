import { defineWorkflow } from '@front-office/kernel';
import { MANAGES } from '../rights.ts';
import { effects } from './effects.ts';
import { serviceAccountMachine } from './machine.ts';
import { dropAccount, projections } from './projections.ts';
import { endsInTime, grantKnows, managesNoPrograms } from './rules.ts';
import { facts, inputs, known } from './schema.ts';

/** A service account as the kernel runs it. */
export const serviceAccounts = defineWorkflow({
  name: 'serviceAccount',
  version: 1,
  machine: serviceAccountMachine,
  facts,
  read: MANAGES,
  start: {
    create: {
      input: inputs.create,
      needs: MANAGES,
      known: known.create,
      knows: grantKnows,
      rules: [managesNoPrograms, endsInTime],
    },
  },
  commands: {
    change: {
      input: inputs.change,
      needs: MANAGES,
      known: known.change,
      knows: grantKnows,
      rules: [managesNoPrograms, endsInTime],
    },
    close: { input: inputs.close, needs: MANAGES },
  },
  effects,
  projections,
  erase: (at) => [dropAccount(at)],
});
