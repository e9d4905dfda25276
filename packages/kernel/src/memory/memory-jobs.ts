import type { Instant } from '@front-office/values';
import type { DeadJob, JobStore, LeasedJob } from '../after-commit/jobs-port.ts';
import { isReactionJob } from '../after-commit/reaction-jobs.ts';
import type { Job } from '../store.ts';
import { compare, type JobRow, type OfficeRows, type Offices, officeOf } from './office-rows.ts';

const HOUR_MS = 3_600_000;
const MOST_DEAD = 200;

/** The job queue of a memory store. */
export function memoryJobs(offices: Offices): JobStore {
  /** The row of a lease, while it still holds. */
  const held = (job: LeasedJob): JobRow | undefined => {
    const row = offices.get(job.office)?.jobs.get(job.key);
    return row?.revision === job.revision ? row : undefined;
  };
  const change = (job: LeasedJob, changes: Partial<JobRow>): boolean => {
    const row = held(job);
    if (row) officeOf(offices, job.office).jobs.set(job.key, { ...row, leasedUntil: null, ...changes });
    return row !== undefined;
  };

  return {
    async lease({ now, until, limit }) {
      const due = [...offices.values()].flatMap((own) => [...own.jobs.values()].filter((row) => isDue(own, row, now)));
      return due
        .sort((one, other) => compare(one.runAt, other.runAt))
        .slice(0, limit)
        .map((row) => {
          const leased = { ...row, attempts: row.attempts + 1, revision: row.revision + 1, leasedUntil: until };
          officeOf(offices, row.office).jobs.set(row.key, leased);
          return asLeased(leased);
        });
    },
    async finish(job) {
      return held(job) !== undefined && officeOf(offices, job.office).jobs.delete(job.key);
    },
    async postpone(job, { runAt, error }) {
      return change(job, { runAt, error });
    },
    async bury(job, { failedAt, error, item }) {
      const row = held(job);
      if (!row) return false;
      change(job, { failedAt, error, item: item.kind });
      const { items } = officeOf(offices, job.office);
      items.set(`${job.case}/${item.kind}`, { ...item, case: job.case, workflow: row.workflow });
      return true;
    },
    async add(office, caseId, job, { runAt, error }) {
      const own = officeOf(offices, office);
      if (own.jobs.has(job.key)) return;
      own.jobs.set(job.key, { ...waiting(office, caseId, own, job, runAt), attempts: 1, error });
    },
    async parked(asked) {
      return asked.filter(({ office, case: id, reaction }) =>
        [...(offices.get(office)?.jobs.values() ?? [])].some((row) => row.case === id && row.effect === reaction),
      );
    },
    async dead(office) {
      const rows = [...(offices.get(office)?.jobs.values() ?? [])].filter((row) => row.failedAt !== null);
      return rows
        .sort((one, other) => compare(one.failedAt ?? '', other.failedAt ?? ''))
        .slice(0, MOST_DEAD)
        .map(asDead);
    },
    async revive(office, key, now) {
      const own = officeOf(offices, office);
      const row = own.jobs.get(key);
      if (!row?.failedAt) return false;
      own.jobs.set(key, {
        ...row,
        failedAt: null,
        item: null,
        error: null,
        attempts: 0,
        runAt: now,
        leasedUntil: null,
      });
      const others = [...own.jobs.values()].filter((other) => other.case === row.case && other.failedAt !== null);
      if (others.length === 0) own.items.delete(`${row.case}/${row.item}`);
      return true;
    },
  };
}

/** A job as a commit writes it. */
export function waiting(office: string, caseId: string, own: OfficeRows, job: Job, runAt: string): JobRow {
  return {
    ...structuredClone(job),
    office,
    case: caseId,
    workflow: own.log.find((row) => row.case === caseId)?.workflow ?? '',
    attempts: 0,
    revision: 0,
    runAt,
    leasedUntil: null,
    error: null,
    failedAt: null,
    item: null,
  };
}

function isDue(own: OfficeRows, row: JobRow, now: Instant): boolean {
  if (row.failedAt !== null) return false;
  const { leasedUntil } = row;
  // One that was begun and never ended was due already, so only its lease holds it up.
  if (row.attempts > 0 && leasedUntil === null && row.runAt > now) return false;
  // A lease that ends in an unlikely future was made before the clock was put back.
  const leased = leasedUntil !== null && leasedUntil > now && Date.parse(leasedUntil) - Date.parse(now) <= HOUR_MS;
  return !leased && !isBehind(own, row);
}

/** Reactions of one case are taken in order: an earlier one that is still there holds the later ones up. */
function isBehind(own: OfficeRows, row: JobRow): boolean {
  if (!isReactionJob(row)) return false;
  return [...own.jobs.values()].some(
    (other) => other.case === row.case && other.effect === row.effect && other.key < row.key,
  );
}

const asLeased = ({ office, case: id, key, effect, params, attempts, revision }: JobRow): LeasedJob =>
  structuredClone({ office, case: id, key, effect, params, attempts, revision });

const asDead = ({ office, case: id, workflow, key, effect, params, attempts, error, failedAt }: JobRow): DeadJob =>
  // Only rows that have failed are asked for, and these were written from an instant.
  structuredClone({
    office,
    case: id,
    workflow,
    key,
    effect,
    params,
    attempts,
    error: error ?? '',
    failedAt: failedAt as Instant,
  });
