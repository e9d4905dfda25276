import { type Decidable, stateName } from './decide.ts';
import type { CaseRow, Snapshot, Timer } from './store.ts';

/** What a machine's new version takes over of a case: its snapshot and its pending timers. */
export interface Stored {
  readonly snapshot: Snapshot;
  /** By XState's timer id, which contains the path of its state: a state that is renamed renames its timers. */
  readonly timers: Readonly<Record<string, Timer>>;
}

/** By released version: what a case of it becomes in the next one. `row` is the case as it is stored, for its dates and version. */
export type Migrations = Readonly<Record<number, (stored: Stored, row: CaseRow) => Stored>>;

/**
 * A stored case as the machine of today understands it, brought from version to version. Nothing happens to the case: it
 * keeps its version and its place in the log.
 *
 * @throws for a case of a newer machine than this program has, and for a released version without a migration.
 */
export function upgraded(definition: Decidable, row: CaseRow): CaseRow {
  if (row.machineVersion === definition.version) return row;
  if (row.machineVersion > definition.version)
    throw new Error(
      `${definition.name}: a case of version ${row.machineVersion} is newer than this program's ${definition.version}`,
    );
  let stored: Stored = { snapshot: row.snapshot, timers: row.timers };
  for (let from = row.machineVersion; from < definition.version; from++) {
    const step = definition.migrate[from];
    if (step === undefined) throw new Error(`${definition.name}: there is no migration from version ${from}`);
    stored = step(stored, row);
  }
  const label = definition.label(stored.snapshot.context);
  const now = { ...row, ...stored, label, machineVersion: definition.version };
  if (!definition.machine) return now;
  // The snapshot is JSON that getPersistedSnapshot wrote; XState's type for it is wider than what we store.
  const { tags, value } = definition.machine.resolveState(stored.snapshot as never);
  return { ...now, tags: [...tags], state: stateName(value) };
}
