import { defineReaction } from '@front-office/kernel';
import { hostDirectory, staffMembers } from '@front-office/organisation';
import { visits } from '@front-office/visits';

/** Whoever leaves hands their open visits to the successor that was named; without one they stay, and the desk sees them. */
export const staffVisits = defineReaction('staff-visits', staffMembers, {
  async changed(_fact: unknown, here) {
    const { context: person } = here;
    if (person === undefined || person.active || person.successor === null) return;
    const successor = await here.read(hostDirectory.byId(person.successor));
    if (successor === undefined) return;
    for (const { id, context } of await here.open(visits)) {
      if (context.host !== here.case) continue;
      // Somebody else was faster: the visit has ended, or has another host already.
      await here.dispatch(
        visits,
        'changeHost',
        { host: successor.id },
        { case: id, unless: ['not_now', 'host_unchanged'] },
      );
    }
  },
});
