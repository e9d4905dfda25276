import type { Commit } from '@front-office/kernel';
import type { Statement } from './batch.ts';

/**
 * What erasing a case writes after the erasing row: its earlier rows keep what is not personal, all else goes. The
 * package's own statements come last, after the projections of the erasing command.
 */
export function erasureOf({ log, projections, erase = [] }: Commit): Statement[] {
  const { office, case: id, version } = log;
  return [
    closeCase(office, id, version),
    ...projections,
    dropPersonal(office, id, version),
    ...ownRows.map((text) => ({ text, values: [office, id] })),
    ...erase,
  ];
}

// Only the version before may be erased: any other leaves a null, which the column refuses, as with a change.
const closeCase = (office: string, id: string, version: number): Statement => ({
  text: `update kernel.cases set version = case version when $3::integer - 1 then $3 end, snapshot = '{}'
         where office_id = $1 and id = $2`,
  values: [office, id, version],
});

const dropPersonal = (office: string, id: string, version: number): Statement => ({
  text: `update kernel.log set personal = '{}', salt = null where office_id = $1 and case_id = $2 and version < $3`,
  values: [office, id, version],
});

const ownRows = [
  'delete from kernel.cases where office_id = $1 and id = $2',
  'delete from kernel.record_key where office_id = $1 and id = $2',
  // What other packages have still to make of its facts goes on, and is shown while it is stuck.
  `delete from kernel.jobs where office_id = $1 and case_id = $2 and effect not like 'reaction:%'`,
  `delete from kernel.work_item w where w.office_id = $1 and w.case_id = $2 and not exists (
     select from kernel.jobs j
     where j.office_id = $1 and j.case_id = $2 and j.item = w.kind and j.failed_at is not null)`,
];
