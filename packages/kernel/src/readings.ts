import { type Instant, instantOf } from '@front-office/values';
import * as z from 'zod';
import { type Actor, ActorRef, actorRef, may } from './actor.ts';
import type { Decidable } from './decide.ts';
import { runOwnCommand, type Surroundings } from './dispatch.ts';
import { byPrefix } from './read.ts';
import { defineRecord } from './record.ts';
import { type KernelRefusalCode, type Refusal, refuse } from './refusal.ts';

/** The capability to ask who saw what. */
const AUDIT = 'audit.read';

/** Nobody has it: a look is noted by the kernel alone. */
const NOTE = 'readings.note';

const Reading = z.strictObject({ workflow: z.string(), of: z.uuid(), by: ActorRef, at: z.iso.datetime() });

/** Somebody looked at a case. A record like any other, so it is sealed with the log and cannot be taken back. */
export const readings = defineRecord({
  name: 'reading',
  schema: Reading,
  create: NOTE,
  change: NOTE,
  read: AUDIT,
  keys: ({ of, at }) => [`${of}/${backwards(at)}`],
});

/** Sorts the latest first. */
const backwards = (at: string) => String(9_999_999_999_999 - Date.parse(at));

/** Looks of one person at one case within so long are one reading. */
const SAME_LOOK_MS = 10 * 60_000;
const MOST_TOLD = 1_000;

/** Who looked at a case, and when they began to. */
export interface Seen {
  readonly by: ActorRef;
  readonly at: Instant;
}

export interface WhoSaw {
  readonly refused?: undefined;
  /** The latest first. */
  readonly seen: readonly Seen[];
  /** Whether there were more than are told; the log has all. */
  readonly more: boolean;
}

/** Notes that an actor looks at a case. @throws {StoreAway} when it cannot be noted: then nothing is shown. */
export async function noteReading(
  around: Surroundings,
  { name }: Decidable,
  { office, actor, case: id }: { readonly office: string; readonly actor: Actor; readonly case: string },
): Promise<void> {
  const at = around.now();
  const look = Math.floor(Date.parse(at) / SAME_LOOK_MS);
  const request = `read:${id}:${actor.kind}:${actor.id}:${look}`;
  const input = { workflow: name, of: id, by: actorRef(actor), at };
  const noting: Actor = { ...actor, capabilities: new Set([NOTE]) };
  const outcome = await runOwnCommand(around, readings, 'create', input, { office, actor: noting, request });
  // Noted before, when the look began.
  if (outcome.refused && outcome.refused.code !== 'request_reused')
    throw new Error(`A look at a ${name} could not be noted: ${outcome.refused.code}`);
}

/** Who saw a case. An erased one is told of too: what is left of it is who looked. */
export async function whoSaw(
  { store }: Surroundings,
  { office, actor, of }: { readonly office: string; readonly actor: Actor; readonly of: string },
): Promise<WhoSaw | { readonly refused: Refusal<KernelRefusalCode> }> {
  if (!may(actor, AUDIT)) return { refused: refuse('not_permitted', { needs: AUDIT }) };
  const read = byPrefix(readings, `${of}/`, MOST_TOLD + 1);
  const { found } = await store.load({ office, workflow: '', lookups: read.lookups });
  const seen = read.from(found).map(({ data: { by, at } }) => ({ by, at: instantOf(Date.parse(at)) }));
  return { seen: seen.slice(0, MOST_TOLD), more: seen.length > MOST_TOLD };
}
