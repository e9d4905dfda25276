import type { Actor } from '../actor.ts';
import { runTimer } from '../dispatch.ts';
import { type DueTimer, StoreAway } from '../store.ts';
import type { Company } from './company.ts';

/** The actor of timers. */
const CLOCK: Actor = { kind: 'system', id: 'clock', capabilities: new Set() };
const TIMERS_A_ROUND = 100;

/**
 * Fires what is due, each timer at most once, until none is left; answers how many took effect. A timer that fails is
 * reported and left for the next call; the others are not held up by it.
 */
export async function fireDueTimers(company: Company): Promise<number> {
  let fired = 0;
  /** Timers that this call has had in its hands: one that fails, or does nothing, comes no second time. */
  const seen = new Set<string>();
  for (;;) {
    const due = await company.store.due(company.now(), TIMERS_A_ROUND + seen.size);
    const fresh = due.filter((timer) => !seen.has(idOf(timer)));
    if (fresh.length === 0) return fired;
    for (const timer of fresh) {
      seen.add(idOf(timer));
      if (await fire(company, timer)) fired++;
    }
  }
}

const idOf = ({ office, case: id, timer, token }: DueTimer) => `${office}/${id}/${timer}/${token}`;

async function fire(company: Company, timer: DueTimer): Promise<boolean> {
  try {
    const definition = company.definitions.get(timer.workflow);
    if (definition === undefined)
      throw new Error(`A timer is due in "${timer.workflow}", which is not among the modules.`);
    const outcome = await company.inTurn(timer.office, timer.case, () => runTimer(company, definition, timer, CLOCK));
    return outcome !== undefined && !outcome.refused;
  } catch (error) {
    if (error instanceof StoreAway) throw error;
    company.onProblem(error, `timer ${timer.timer}`);
    return false;
  }
}
