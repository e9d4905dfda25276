import type { Migrations, Stored, Timer } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import { policyOfVersion1, policyOfVersion2, type VisitPolicy } from './policy.ts';
import { erasedAt, remindersOf } from './reminders.ts';
import type { Visit } from './schema.ts';

type AddedIn3 = 'label' | 'policy';
type Policy2 = Omit<VisitPolicy, keyof typeof policyOfVersion2>;
type Visit2 = Omit<Visit, AddedIn3> & { readonly policy: Policy2 };

type AddedIn2 = 'remindAt' | 'tellDeskAt' | 'deskTold' | 'policy';
type Visit1 = Omit<Visit2, AddedIn2> & { readonly policy: Omit<Policy2, keyof typeof policyOfVersion1> };

/** A visit of version 1, as version 2 goes on with it. */
function to2({ snapshot, timers }: Stored, row: { readonly version: number }): Stored {
  const visit = snapshot.context as unknown as Visit1; // it is what version 1 stored
  const policy: Policy2 = { ...policyOfVersion1, ...visit.policy };
  // Version 1 counted its minutes on the wall.
  const reminders = visit.arrivedAt && remindersOf(visit.arrivedAt, policy, []);
  const context: Visit2 = {
    ...visit,
    policy,
    remindAt: reminders?.remindAt ?? null,
    tellDeskAt: reminders?.tellDeskAt ?? null,
    // In version 1 the reminder told the desk as well; it is not told again.
    deskTold: visit.hostReminded,
  };
  const { value } = snapshot;
  return {
    snapshot: { value, context: { ...context }, status: 'active' },
    timers: {
      ...timers,
      ...timerOfDesk(timers, reminders?.tellDeskAt),
      ...timerOfErasure(value, context, row.version),
    },
  };
}

type Timers = Readonly<Record<string, Timer>>;

/** The desk's turn comes after the host's, so it is pending as long as that is, and was set by the same step. */
function timerOfDesk(timers: Timers, tellDeskAt: Instant | undefined): Timers {
  const reminder = timers['xstate.after.hostReminder.visit.waiting'];
  return reminder && tellDeskAt
    ? { 'xstate.after.deskTold.visit.waiting': { token: reminder.token, due: tellDeskAt } }
    : {};
}

/** In version 1 an ended visit was final, and kept for good; now its days are counted from its end, also when they are over. */
function timerOfErasure(state: unknown, { endedAt, policy }: Visit2, token: number): Timers {
  return endedAt ? { [`xstate.after.retention.visit.${state}`]: { token, due: erasedAt(endedAt, policy) } } : {};
}

/** Version 2 kept nothing back. */
function to3({ snapshot, timers }: Stored): Stored {
  const visit = snapshot.context as unknown as Visit2; // it is what version 2 stored
  const context: Visit = { ...visit, label: null, policy: { ...policyOfVersion2, ...visit.policy } };
  return { snapshot: { ...snapshot, context: { ...context } }, timers };
}

/** For each released version: what a visit of it becomes in the next. */
export const migrate: Migrations = { 1: to2, 2: to3 };
