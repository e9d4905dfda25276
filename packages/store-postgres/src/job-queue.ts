import type { DeadJob, Job, JobStore, LeasedJob, Parked, WorkItem } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type pg from 'pg';
import type { Statement } from './batch.ts';
import { inOffice, inOffices, noOffice, rowsIn } from './in-office.ts';

/** The kernel's queue of jobs on `kernel.jobs`. Only leasing looks into all offices. */
export function createJobQueue(pool: pg.Pool): JobStore {
  /** For statements that answer a row when they have done something. */
  const did = async (office: string, statement: Statement) => (await rowsIn(pool, office, statement)).length > 0;
  return {
    lease: ({ now, until, limit }) => rowsIn<LeasedJob>(pool, noOffice, takeDue(now, until, limit)),
    finish: (job) => did(job.office, remove(job)),
    postpone: (job, to) => did(job.office, putOff(job, to)),
    bury: (job, as) => did(job.office, lay(job, as)),
    add: async (office, caseId, job, to) => {
      await inOffice(pool, office, [insert(office, caseId, job, to)]);
    },
    parked: (asked) => parked(pool, asked),
    dead: (office) => rowsIn<DeadJob>(pool, office, selectDead(office)),
    revive: async (office, key, now) => {
      const [, revived = []] = await inOffice(pool, office, revival(office, key, now));
      return revived.length > 0;
    },
  };
}

async function parked(pool: pg.Pool, asked: readonly Parked[]): Promise<readonly Parked[]> {
  if (asked.length === 0) return [];
  const groups = [...Map.groupBy(asked, ({ office }) => office)];
  const answers = await inOffices(
    pool,
    groups.map(([office, those]) => ({ office, statements: [selectParked(office, those)] })),
  );
  const found = new Set(
    groups.flatMap(([office], index) =>
      (answers[index]?.[0] ?? []).map((row) => nameOf({ ...(row as Place), office })),
    ),
  );
  return asked.filter((one) => found.has(nameOf(one)));
}

/** What `selectParked` answers. */
type Place = Pick<Parked, 'case' | 'reaction'>;

const nameOf = ({ office, case: id, reaction }: Parked) => `${office}/${id}/${reaction}`;

const takeDue = (now: Instant, until: Instant, limit: number): Statement => ({
  text: 'select office, "case", key, effect, params, attempts, revision from kernel.lease_jobs($1, $2, $3)',
  values: [now, until, limit],
});

const remove = ({ office, key, revision }: LeasedJob): Statement => ({
  text: 'delete from kernel.jobs where office_id = $1 and key = $2 and revision = $3 returning true as done',
  values: [office, key, revision],
});

const putOff = (
  { office, key, revision }: LeasedJob,
  { runAt, error }: { readonly runAt: Instant; readonly error: string },
): Statement => ({
  text: `update kernel.jobs set run_at = $4, last_error = $5, leased_until = null
         where office_id = $1 and key = $2 and revision = $3 returning true as done`,
  values: [office, key, revision, runAt, error],
});

// The log has the workflow even when the case itself was erased.
const lay = (
  { office, key, revision }: LeasedJob,
  { failedAt, error, item }: { readonly failedAt: Instant; readonly error: string; readonly item: WorkItem },
): Statement => ({
  text: `with buried as (
           update kernel.jobs set failed_at = $4, last_error = $5, item = $6, leased_until = null
           where office_id = $1 and key = $2 and revision = $3 returning case_id
         )
         insert into kernel.work_item (office_id, case_id, kind, workflow, due, needs, assignee, label)
         select $1, b.case_id, $6, l.workflow, $7, $8, $9, $10
         from buried b join kernel.log l on l.office_id = $1 and l.case_id = b.case_id and l.version = 1
         on conflict on constraint work_item_pk do update
         set due = excluded.due, needs = excluded.needs, assignee = excluded.assignee, label = excluded.label
         returning true as done`,
  values: [office, key, revision, failedAt, error, item.kind, item.due, item.needs, item.assignee, item.label],
});

const insert = (
  office: string,
  caseId: string,
  { key, effect, params }: Job,
  { runAt, error }: { readonly runAt: Instant; readonly error: string },
): Statement => ({
  text: `insert into kernel.jobs (office_id, key, case_id, effect, params, run_at, last_error, attempts)
         values ($1, $2, $3, $4, $5, $6, $7, 1)
         on conflict on constraint jobs_pk do nothing`,
  values: [office, key, caseId, effect, { json: params }, runAt, error],
});

// `like` as the index `jobs_in_order` has it, so that the planner sees its predicate.
const selectParked = (office: string, asked: readonly Parked[]): Statement => ({
  text: `select asked.id as "case", asked.effect as reaction from unnest($2::uuid[], $3::text[]) asked (id, effect)
         where exists (
           select from kernel.jobs j
           where j.office_id = $1 and j.case_id = asked.id and j.effect = asked.effect and j.effect like 'reaction:%')`,
  values: [office, asked.map((one) => one.case), asked.map(({ reaction }) => reaction)],
});

const selectDead = (office: string): Statement => ({
  text: `select j.office_id as office, j.case_id as "case", l.workflow, j.key, j.effect, j.params, j.attempts,
           j.last_error as error, j.failed_at as "failedAt"
         from kernel.jobs j join kernel.log l on l.office_id = $1 and l.case_id = j.case_id and l.version = 1
         where j.office_id = $1 and j.failed_at is not null
         order by j.failed_at, j.key limit 200`,
  values: [office],
});

/**
 * The work item is locked first. Two who revive the last two dead jobs of a case, or revive one while another dies, go one
 * after the other: else each would see the other's job as it was, and the item would stay for nothing or go too early.
 */
export const revival = (office: string, key: string, now: Instant): readonly Statement[] => [
  lockItem(office, key),
  wake(office, key, now),
  dropItem(office, key),
];

const lockItem = (office: string, key: string): Statement => ({
  text: `select from kernel.work_item
         where office_id = $1 and (case_id, kind) = (select case_id, item from kernel.jobs where office_id = $1 and key = $2)
         for update`,
  values: [office, key],
});

const wake = (office: string, key: string, now: Instant): Statement => ({
  text: `update kernel.jobs set failed_at = null, attempts = 0, run_at = $3, revision = revision + 1
         where office_id = $1 and key = $2 and failed_at is not null returning true as done`,
  values: [office, key, now],
});

const dropItem = (office: string, key: string): Statement => ({
  text: `delete from kernel.work_item w using kernel.jobs j
         where j.office_id = $1 and j.key = $2 and j.failed_at is null
           and w.office_id = $1 and w.case_id = j.case_id and w.kind = j.item
           and not exists (
             select from kernel.jobs d
             where d.office_id = $1 and d.case_id = j.case_id and d.item = j.item and d.failed_at is not null)`,
  values: [office, key],
});
