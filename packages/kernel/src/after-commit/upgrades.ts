import type { Decidable } from '../decide.ts';
import { upgraded } from '../upgrade.ts';
import type { Company } from './company.ts';

const BATCH = 200;

/**
 * Rewrites cases that an older machine has left behind, so that the timers of the new one are there also for cases that
 * nobody touches any more. Answers how many. A case that somebody changes at the same moment is upgraded by that.
 */
export async function upgradeCases(company: Company): Promise<number> {
  let done = 0;
  for (const definition of company.definitions.values()) done += await upgradeAll(company, definition);
  return done;
}

async function upgradeAll({ store, onProblem }: Company, definition: Decidable): Promise<number> {
  let done = 0;
  /** Cases that cannot be upgraded are reported once and asked for no more in this round. */
  const left = new Set<string>();
  for (;;) {
    const found = await store.outdated(definition.name, definition.version, BATCH + left.size);
    const refs = found.filter((ref) => !left.has(`${ref.office}/${ref.case}`));
    if (refs.length === 0) return done;
    for (const { office, case: id } of refs) {
      try {
        const loaded = await store.load({ office, workflow: definition.name, case: id, lookups: [] });
        if (loaded.case && (await store.upgrade(upgraded(definition, loaded.case)))) done++;
      } catch (error) {
        left.add(`${office}/${id}`);
        onProblem(error, `upgrade of ${definition.name}`);
      }
    }
  }
}
