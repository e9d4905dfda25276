import type pg from 'pg';
import { BackupRefused } from './backup-refused.ts';

/** Refuses `office_running` when others of the store's pools are connected to this database: what they write now would be left behind. */
export async function refuseRunning(pool: pg.Pool): Promise<void> {
  // The connection that asks is of such a pool itself.
  const { rows } = await pool.query<{ sessions: number }>(`
    select count(*)::integer as sessions from pg_stat_activity
    where datname = current_database() and application_name = 'front-office' and pid <> pg_backend_pid()`);
  const sessions = rows[0]?.sessions ?? 0;
  if (sessions > 0) throw new BackupRefused('office_running', { sessions });
}
