import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, createKernel } from '@front-office/kernel';
import { createPostgresStore } from '@front-office/store-postgres';
import { testDatabase } from '@front-office/store-postgres/testing';
import { instantOf } from '@front-office/values';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { type BackUpOptions, backUp, type RestoreOptions, restoreInto } from '../../src/index.ts';
import { loan, loanModules } from './loans.ts';

export const offices = ['0197be0c-7a5b-7c3d-8e4f-0123456789ab', '0197be0c-7a5b-7c3d-8e4f-0123456789ac'] as const;
export const anna = 'Anna Beispielmüller';
const actor: Actor = { kind: 'staff', id: 'reception', capabilities: new Set(['keys.lend']) };
const now = () => instantOf(Date.now());

/** A database that is dropped after the test. */
export async function database(modules = loanModules) {
  const made = await testDatabase({ modules });
  onTestFinished(() => made.drop());
  return made;
}

/** A folder that is removed after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'front-office-backup-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A front desk that lends keys, on this database. */
export function deskOn(pool: pg.Pool) {
  const store = createPostgresStore({ pool });
  const kernel = createKernel({ store, now, definitions: [loan], ports: {} });
  const asked = (office: string) => ({ office, actor, request: crypto.randomUUID() });
  return {
    store,
    kernel,
    lend: async (borrower = anna, office: string = offices[0]) =>
      accepted(await kernel.dispatch(loan, 'lend', { borrower }, asked(office))),
    extend: async (id: string, note: string, office: string = offices[0]) =>
      accepted(await kernel.dispatch(loan, 'extend', { note }, { ...asked(office), case: id })),
    giveBack: async (id: string) =>
      accepted(await kernel.dispatch(loan, 'giveBack', {}, { ...asked(offices[0]), case: id })),
    erase: async (id: string) => accepted(await kernel.erase(loan, { ...asked(offices[0]), case: id })),
  };
}

function accepted<A extends { readonly refused?: unknown }>(answer: A): string {
  if (answer.refused || !('case' in answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return String(answer.case);
}

export const save = (pool: pg.Pool, into: string, options: Partial<BackUpOptions> = {}) =>
  backUp({ pool, folder: into, label: 'test', product: '1.0.0', now, ...options });

export const restore = (pool: pg.Pool, from: string, options: Partial<RestoreOptions> = {}) =>
  restoreInto({ pool, folder: from, modules: loanModules, definitions: [loan], erasures: [], now, ...options });

/** Tables in which this text stands anywhere. */
export async function tablesWith(pool: pg.Pool, text: string): Promise<string[]> {
  const tables = await pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('kernel', 'loans')`);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rowCount } = await pool.query(`select from ${name} t where position($1 in t::text) > 0 limit 1`, [text]);
    if (rowCount) found.push(name);
  }
  return found.sort();
}
