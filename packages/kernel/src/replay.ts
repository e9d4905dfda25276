import type { Actor } from './actor.ts';
import { type Before, type Decidable, decide, decideTimer, type Fact } from './decide.ts';
import type { Said } from './log.ts';

/** What a case's log comes to. */
export interface Replayed {
  readonly before: Before;
  /** The facts of each row, in order. */
  readonly facts: readonly (readonly Fact[])[];
}

/**
 * Runs a case's log again, from its first row, through the machine of today: no clock, no store, no permission; what the
 * rules knew and when it happened lie in the rows. So a stored case can be held against its log, and the log of an older
 * version against the machine that has come after it.
 *
 * @throws when a row is refused now, or when the log begins with another command than a start.
 */
export function replay(definition: Decidable, log: readonly Said[]): Replayed {
  let before: Before | undefined;
  const facts: (readonly Fact[])[] = [];
  for (const row of log) {
    const needs = definition.compiled.get(row.command)?.needs;
    const actor: Actor = { ...row.by, capabilities: new Set(needs === undefined ? [] : [needs]) };
    const timer = needs === undefined ? before?.timers[row.command] : undefined;
    const decision =
      before && needs === undefined
        ? timer && decideTimer(definition, before, { id: row.command, token: timer.token }, row.at)
        : decide(
            definition,
            before,
            // The log keeps what the schema parsed: an object.
            { type: row.command, input: row.input as Readonly<Record<string, unknown>> },
            { at: row.at, actor, known: row.known },
          );
    if (decision === undefined || decision.refused)
      throw new Error(
        `${definition.name}: row ${row.version}, ${row.command}, is refused in a replay: ${decision?.refused.code ?? 'no such timer'}`,
      );
    facts.push(decision.facts);
    before = { ...decision.next, version: row.version };
  }
  if (before === undefined) throw new Error(`${definition.name}: an empty log comes to nothing`);
  return { before, facts };
}
