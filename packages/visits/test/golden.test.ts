import { join } from 'node:path';
import { type Differences, describeGolden } from '../../../test/support/golden.ts';
import { golden } from './golden/scenes.ts';

const differences: Differences = {
  visit: {
    1: {
      why: 'whose host was reminded, the desk knows of, for then the reminder told both',
      because({ state, snapshot, timers }) {
        if (!snapshot.context.hostReminded) return { state, snapshot, timers };
        const { 'xstate.after.deskTold.visit.waiting': _told, ...others } = timers;
        return { state, snapshot: { ...snapshot, context: { ...snapshot.context, deskTold: true } }, timers: others };
      },
    },
  },
};

describeGolden(join(import.meta.dirname, 'golden'), golden, differences);
