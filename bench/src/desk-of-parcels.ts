import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandsOf, createKernel, defineWorkflow, type Kernel } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { type EmbeddedPostgres, startPostgres } from '@front-office/postgres-embedded';
import { createPool, createPostgresStore, migrate, migrationsOf } from '@front-office/store-postgres';
import { instantOf, newId } from '@front-office/values';
import { assign, setup } from 'xstate';
import * as z from 'zod';

// The plainest command there is: one case, one log row, nothing beside. What it costs is what every command costs.

const inputs = { keep: z.strictObject({ shelf: z.string() }), move: z.strictObject({ shelf: z.string() }) };
type Command = CommandsOf<typeof inputs>;

const machine = setup({
  types: {} as { context: { shelf: string }; input: Extract<Command, { type: 'keep' }>; events: Command },
}).createMachine({
  id: 'parcel',
  context: ({ input }) => ({ shelf: input.shelf }),
  initial: 'kept',
  states: { kept: { tags: 'open', on: { move: { actions: assign(({ event }) => ({ shelf: event.shelf })) } } } },
});

export const parcels = defineWorkflow({
  name: 'parcel',
  version: 1,
  machine,
  facts: {},
  read: 'parcels.keep',
  start: { keep: { input: inputs.keep, needs: 'parcels.keep' } },
  commands: { move: { input: inputs.move, needs: 'parcels.keep' } },
});

export const clerk = actor('clerk', 'parcels.keep');

export interface ParcelDesk {
  readonly server: EmbeddedPostgres;
  readonly kernel: Kernel;
  readonly office: string;
  readonly cases: readonly string[];
  end(): Promise<void>;
}

/** Ids that a pgbench script can compute from a number. */
function nextId(): () => string {
  let last = 0;
  return () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`;
}

/** A real server with fsync on and some parcels on the shelf. */
export async function openParcelDesk(connections: number, parcelCount: number): Promise<ParcelDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-bench-'));
  const server = await startPostgres({ dataDir });
  const pool = createPool({ connection: server.connection, max: connections });
  await migrate({ pool, modules: migrationsOf() });
  const kernel = createKernel({
    store: createPostgresStore({ pool }),
    now: () => instantOf(Date.now()),
    definitions: [parcels],
    ports: {},
    newId: nextId(),
  });
  const office = newId();
  const cases: string[] = [];
  for (let n = 0; n < parcelCount; n++) {
    const answer = await kernel.dispatch(parcels, 'keep', { shelf: 'A' }, { office, actor: clerk, request: newId() });
    if (answer.refused) throw new Error(answer.refused.code);
    cases.push(answer.case);
  }
  const end = async () => {
    await pool.end();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, kernel, office, cases, end };
}
