import { defineWorkflow } from '@front-office/kernel';
import { visitMachine } from './machine.ts';
import { migrate } from './migrate.ts';
import { erase, projections } from './projections.ts';
import {
  arrivalKnows,
  beginningKnows,
  changeHostKnows,
  dayIsNotOver,
  hostReceives,
  houseKeepsBack,
  labelIsOffered,
  labelIsOfferedStill,
  purposeIsOffered,
  walkInKnows,
} from './rules.ts';
import { facts, inputs, known } from './schema.ts';
import { workItems } from './work-items.ts';

/** A visit as the kernel runs it. */
export const visits = defineWorkflow({
  name: 'visit',
  version: 3,
  machine: visitMachine,
  facts,
  read: 'visits.read',
  label: ({ label }) => label,
  logsReads: true,
  start: {
    expect: {
      input: inputs.expect,
      needs: 'visits.preregister',
      known: known.expect,
      knows: beginningKnows,
      rules: [hostReceives, purposeIsOffered, labelIsOffered, dayIsNotOver],
    },
    walkIn: {
      input: inputs.walkIn,
      needs: 'visits.checkInSelf',
      known: known.walkIn,
      knows: walkInKnows,
      rules: [hostReceives, purposeIsOffered],
    },
  },
  commands: {
    checkIn: { input: inputs.checkIn, needs: 'visits.receive', known: known.checkIn, knows: arrivalKnows },
    receive: { input: inputs.receive, needs: 'visits.receive' },
    leave: { input: inputs.leave, needs: 'visits.receive' },
    turnAway: { input: inputs.turnAway, needs: 'visits.turnAway' },
    changeHost: {
      input: inputs.changeHost,
      needs: 'visits.receive',
      known: known.changeHost,
      knows: changeHostKnows,
      rules: [hostReceives],
    },
    keepBack: {
      input: inputs.keepBack,
      needs: 'visits.keepBack',
      when: [houseKeepsBack],
      rules: [labelIsOfferedStill],
    },
  },
  projections,
  workItems,
  erase,
  migrate,
});
