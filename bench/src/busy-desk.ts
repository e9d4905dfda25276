import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CommandsOf,
  createKernel,
  defineEffect,
  defineWorkflow,
  type FactsOf,
  type Kernel,
  sql,
} from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { type EmbeddedPostgres, startPostgres } from '@front-office/postgres-embedded';
import { createPool, createPostgresStore, migrate, migrationsOf } from '@front-office/store-postgres';
import { instantOf, newId } from '@front-office/values';
import { assign, emit, setup } from 'xstate';
import * as z from 'zod';

// A command with everything that a command can bring: an effect, a timer and a projection.

const inputs = { keep: z.strictObject({ shelf: z.string() }), move: z.strictObject({ shelf: z.string() }) };
const facts = { parcelMoved: z.object({ shelf: z.string() }) };
type Command = CommandsOf<typeof inputs>;

const DAY_MS = 24 * 60 * 60 * 1_000;

const machine = setup({
  types: {} as {
    context: { shelf: string };
    input: Extract<Command, { type: 'keep' }>;
    events: Command;
    emitted: FactsOf<typeof facts>;
  },
  delays: { reminder: DAY_MS },
  actions: { printLabel: () => {} },
}).createMachine({
  id: 'parcel',
  context: ({ input }) => ({ shelf: input.shelf }),
  initial: 'kept',
  states: {
    kept: {
      tags: 'open',
      after: { reminder: { target: 'kept', reenter: true } },
      on: {
        move: {
          target: 'kept',
          reenter: true,
          actions: [
            assign(({ event }) => ({ shelf: event.shelf })),
            emit(({ event }) => ({ type: 'parcelMoved', shelf: event.shelf })),
            { type: 'printLabel' },
          ],
        },
      },
    },
  },
});

/** Told when an effect is carried out. */
interface BusyPorts {
  readonly printed: (key: string) => void;
}

export const busyParcels = defineWorkflow({
  name: 'parcel',
  version: 1,
  machine,
  facts,
  read: 'parcels.keep',
  start: { keep: { input: inputs.keep, needs: 'parcels.keep' } },
  commands: { move: { input: inputs.move, needs: 'parcels.keep' } },
  effects: {
    printLabel: defineEffect({
      params: z.strictObject({}),
      run: async (_params, { ports, key }: { ports: BusyPorts; key: string }) => {
        ports.printed(key);
        return undefined;
      },
    }),
  },
  projections: {
    parcelMoved: ({ shelf }, { office, case: parcel, at }) =>
      sql`insert into bench.parcel (office_id, parcel_id, shelf, moved_at) values (${office}, ${parcel}, ${shelf}, ${at})
          on conflict (office_id, parcel_id) do update set shelf = excluded.shelf, moved_at = excluded.moved_at`,
  },
});

const table = `
  create schema bench;
  grant usage on schema bench to front_office_app;
  create table bench.parcel (
    office_id uuid not null, parcel_id uuid not null, shelf text not null, moved_at timestamptz not null,
    constraint parcel_pk primary key (office_id, parcel_id)
  );
  call kernel.keep_offices_apart('bench.parcel');
  grant select, insert, update on bench.parcel to front_office_app`;

export const clerk = actor('clerk', 'parcels.keep');

export interface BusyDesk {
  readonly server: EmbeddedPostgres;
  readonly kernel: Kernel;
  readonly office: string;
  /** Begins parcels, and answers their ids. */
  keep(count: number): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** A real server with fsync on. */
export async function openBusyDesk(connections: number, printed: BusyPorts['printed'] = () => {}): Promise<BusyDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'front-office-bench-'));
  const server = await startPostgres({ dataDir });
  const pool = createPool({ connection: server.connection, max: connections });
  await migrate({ pool, modules: migrationsOf() });
  await pool.query(table);
  let last = 0;
  const kernel = createKernel({
    store: createPostgresStore({ pool }),
    now: () => instantOf(Date.now()),
    definitions: [busyParcels],
    ports: { printed } satisfies BusyPorts,
    // Ids that a pgbench script can compute from a number.
    newId: () => `00000000-0000-7000-8000-${String(++last).padStart(12, '0')}`,
  });
  const office = newId();
  const begin = async () => {
    const answer = await kernel.dispatch(
      busyParcels,
      'keep',
      { shelf: 'A' },
      { office, actor: clerk, request: newId() },
    );
    if (answer.refused) throw new Error(answer.refused.code);
    return answer.case;
  };
  return {
    server,
    kernel,
    office,
    async keep(count) {
      const cases: string[] = [];
      for (let n = 0; n < count; n++) cases.push(await begin());
      return cases;
    },
    async end() {
      await pool.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
