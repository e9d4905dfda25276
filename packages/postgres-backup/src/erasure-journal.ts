import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FeedStore, HeldCursor, LogRow, Position } from '@front-office/kernel';
import type pg from 'pg';
import * as z from 'zod';
import { asKeeper } from './keeper.ts';
import { appliedMigrations } from './tables.ts';

const Erasure = z.object({ office: z.uuid(), workflow: z.string(), case: z.uuid(), at: z.iso.datetime() });
/** A case that was erased: ids only. `at`: when, ISO 8601 in UTC. */
export type Erasure = z.output<typeof Erasure>;

/** The tag of a case that is erased: see the kernel's `erase`. */
const ERASED = 'erased';

/** The journal lies beside the backups, so that whoever restores one of them knows what must not come back. */
export const journalIn = (folder: string) => join(folder, 'erasures.jsonl');

/**
 * Follows the log and writes every erasure into the journal: a consumer of the kernel's feed. A line may come twice,
 * which does no harm.
 *
 * @param folder where the backups lie.
 */
export function erasureJournal({ store, folder }: { readonly store: FollowedStore; readonly folder: string }) {
  return {
    name: 'erasure-journal',
    batch: 500,
    async handle(rows: readonly LogRow[], cursor: HeldCursor, to: Position): Promise<HeldCursor | undefined> {
      const erased = rows.filter(({ tags }) => tags.includes(ERASED));
      await appendErasures(
        folder,
        erased.map(({ office, workflow, case: id, at }) => ({ office, workflow, case: id, at })),
      );
      return store.feed.advance(cursor, to);
    },
  };
}

interface FollowedStore {
  readonly feed: Pick<FeedStore, 'advance'>;
}

/** Adds lines to the journal, on disk when it answers. */
async function appendErasures(folder: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  const journal = journalIn(folder);
  await mkdir(dirname(journal), { recursive: true, mode: 0o700 });
  const file = await open(journal, 'a', 0o600);
  try {
    // The line before may have been torn by a power cut; an empty line is no harm.
    await file.appendFile(`\n${erasures.map((erasure) => JSON.stringify(erasure)).join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * What the journal says. A line that was torn by a power cut was not acknowledged, and its erasure follows once more; it
 * is passed over.
 */
export async function readJournal(folder: string): Promise<readonly Erasure[]> {
  const text = await readFile(journalIn(folder), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const erasure = Erasure.safeParse(parsed(line));
    return erasure.success ? [erasure.data] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a database says itself: the erasing rows of its log. */
export const erasuresIn = (pool: pg.Pool): Promise<readonly Erasure[]> =>
  asKeeper(pool, async (client) => {
    if ((await appliedMigrations(client)).length === 0) return [];
    const { rows } = await client.query<Erasure>(`
      select office_id as office, workflow, case_id as "case", to_json(at at time zone 'UTC') #>> '{}' || 'Z' as at
      from kernel.log where tags @> '{${ERASED}}' order by at, office_id, case_id`);
    return rows;
  });

/** Writes into the journal what it does not know yet. Answers how many that were. */
export async function recordErasures({ pool, folder }: { readonly pool: pg.Pool; readonly folder: string }) {
  const known = new Set((await readJournal(folder)).map(caseOf));
  const missing = (await erasuresIn(pool)).filter((erasure) => !known.has(caseOf(erasure)));
  await appendErasures(folder, missing);
  return missing.length;
}

export const caseOf = ({ office, case: id }: Erasure) => `${office}/${id}`;
