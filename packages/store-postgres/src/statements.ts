import type { CaseRow, Commit, Job, Labels, ListPage, LogRow, WorkItem } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { Statement } from './batch.ts';
import { erasureOf } from './erasing.ts';

// Every text is constant: it is parsed once a connection. The columns that a text selects are the fields of the row it
// is read as, by name. `office_id` is given although row level security adds it: our own filter is the first wall.

export const appRole = 'front_office_app';

/** Names the office and the labels for row level security, and becomes the role for which it holds. */
export const enterOffice = (office: string, labels: Labels = 'all'): Statement => ({
  text: `select set_config('app.office', $1, true), set_config('app.labels', $2, true), set_config('role', '${appRole}', true)`,
  values: [office, labels === 'all' ? '*' : [...labels].join(' ')],
});

const caseColumns = `office_id as office, id, workflow, machine_version as "machineVersion", version, state, tags,
  snapshot, timers, label, opened_at as "openedAt", changed_at as "changedAt"`;

/** The fields of a log row. */
export const logColumns = `office_id as office, case_id as "case", version, workflow, machine_version as "machineVersion",
  command, at, by, request, input, known, facts, state, tags, personal, salt, leaf`;

export const selectCase = (office: string, workflow: string, id: string): Statement => ({
  text: `select ${caseColumns} from kernel.cases where office_id = $1 and id = $2 and workflow = $3`,
  values: [office, id, workflow],
});

export const selectRequest = (office: string, request: string): Statement => ({
  text: `select ${logColumns} from kernel.log where office_id = $1 and request = $2`,
  values: [office, request],
});

export const selectRequests = (office: string, requests: readonly string[]): Statement => ({
  text: 'select request from kernel.log where office_id = $1 and request = any ($2::text[])',
  values: [office, requests],
});

export const selectLog = (office: string, caseId: string): Statement => ({
  text: `select ${logColumns} from kernel.log where office_id = $1 and case_id = $2 order by version`,
  values: [office, caseId],
});

const beforeAll = '00000000-0000-0000-0000-000000000000';

export function selectPage({ office, workflow, tag, after = beforeAll, limit }: ListPage): Statement {
  const page = (filter: string) =>
    `select ${caseColumns} from kernel.cases
     where office_id = $1 and workflow = $2 and id > $3 ${filter} order by id limit $4`;
  if (tag === undefined) return { text: page(''), values: [office, workflow, after, limit] };
  // Written out, so that the planner sees the predicate of the index `cases_open`.
  if (tag === 'open') return { text: page(`and tags @> '{open}'`), values: [office, workflow, after, limit] };
  return { text: page('and tags @> $5::text[]'), values: [office, workflow, after, limit, [tag]] };
}

export const selectWorkItems = (office: string): Statement => ({
  text: `select kind, due, needs, assignee, label, case_id as "case", workflow
         from kernel.work_item where office_id = $1 order by due, case_id, kind`,
  values: [office],
});

export const selectOutdated = (workflow: string, machineVersion: number, limit: number): Statement => ({
  text: 'select office, "case" from kernel.outdated_cases($1, $2, $3)',
  values: [workflow, machineVersion, limit],
});

export const upgradeCase = (row: CaseRow): Statement => ({
  text: `update kernel.cases
         set machine_version = $4, state = $6, tags = $7, snapshot = $8, timers = $9, due = $10, changed_at = $11, label = $12
         where office_id = $1 and id = $2 and workflow = $3 and version = $5 and machine_version < $4
         returning true as done`,
  values: caseValues(row),
});

export const selectDue = (now: Instant, limit: number): Statement => ({
  text: 'select office, "case", workflow, timer, token, due from kernel.due_timers($1, $2)',
  values: [now, limit],
});

const insertLog = (row: LogRow): Statement => ({
  text: `insert into kernel.log (office_id, case_id, version, workflow, machine_version, command, at, by, request, input,
           known, facts, state, tags, personal, salt, leaf)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
  values: [
    row.office,
    row.case,
    row.version,
    row.workflow,
    row.machineVersion,
    row.command,
    row.at,
    { json: row.by },
    row.request,
    { json: row.input },
    { json: row.known },
    { json: row.facts },
    row.state,
    row.tags,
    { json: row.personal },
    row.salt,
    row.leaf,
  ],
});

/** Opens the case, or puts it to its next version. The log row came first and is what two of the same version clash on. */
const writeCase = (row: CaseRow): Statement => (row.version === 1 ? openCase(row) : changeCase(row));

const openCase = (row: CaseRow): Statement => ({
  text: `insert into kernel.cases (office_id, id, workflow, machine_version, version, state, tags, snapshot, timers, due,
           changed_at, label, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  values: [...caseValues(row), row.openedAt],
});

// Only the version before may be changed: any other leaves a null, which the column refuses.
const changeCase = (row: CaseRow): Statement => ({
  text: `update kernel.cases
         set version = case version when $5::integer - 1 then $5 end, workflow = $3, machine_version = $4, state = $6,
           tags = $7, snapshot = $8, timers = $9, due = $10, changed_at = $11, label = $12
         where office_id = $1 and id = $2`,
  values: caseValues(row),
});

const caseValues = (row: CaseRow): Statement['values'] => [
  row.office,
  row.id,
  row.workflow,
  row.machineVersion,
  row.version,
  row.state,
  row.tags,
  { json: row.snapshot },
  { json: row.timers },
  earliest(Object.values(row.timers).map(({ due }) => due)),
  row.changedAt,
  row.label,
];

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, due) => (first === null || due < first ? due : first), null);

const dropKeys = (row: CaseRow, keys: readonly string[]): Statement => ({
  text: 'delete from kernel.record_key where office_id = $1 and id = $2 and key <> all ($3::text[])',
  values: [row.office, row.id, keys],
});

const putKeys = (row: CaseRow, keys: readonly string[]): Statement => ({
  text: `insert into kernel.record_key (office_id, record, key, id) select $1, $2, unnest($4::text[]), $3
         on conflict on constraint record_key_pk do nothing`,
  values: [row.office, row.workflow, row.id, keys],
});

const dropWorkItems = (row: CaseRow, kinds: readonly string[]): Statement => ({
  text: 'delete from kernel.work_item where office_id = $1 and case_id = $2 and kind = any ($3::text[])',
  values: [row.office, row.id, kinds],
});

const putWorkItem = (row: CaseRow, item: WorkItem): Statement => ({
  text: `insert into kernel.work_item (office_id, case_id, kind, workflow, due, needs, assignee, label)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint work_item_pk do update
         set due = excluded.due, needs = excluded.needs, assignee = excluded.assignee, label = excluded.label`,
  values: [row.office, row.id, item.kind, row.workflow, item.due, item.needs, item.assignee, item.label],
});

const putJob = (row: CaseRow, job: Job): Statement => ({
  text: `insert into kernel.jobs (office_id, key, case_id, effect, params, run_at) values ($1, $2, $3, $4, $5, $6)`,
  values: [row.office, job.key, row.id, job.effect, { json: job.params }, row.changedAt],
});

/** Everything that one commit writes, in order. */
export function statementsOf(commit: Commit): Statement[] {
  const { log, case: row, projections, workItems, jobs, keys } = commit;
  if (commit.erase) return [insertLog(log), ...erasureOf(commit)];
  return [
    insertLog(log),
    writeCase(row),
    ...projections,
    ...(keys && row.version > 1 ? [dropKeys(row, keys)] : []),
    ...(keys?.length ? [putKeys(row, keys)] : []),
    ...(workItems.drop.length > 0 ? [dropWorkItems(row, workItems.drop)] : []),
    ...workItems.put.map((item) => putWorkItem(row, item)),
    ...jobs.map((job) => putJob(row, job)),
  ];
}
