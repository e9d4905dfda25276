import type { ReportWords } from './words.ts';

export const en: ReportWords = {
  problems: {
    header_wrong: 'The first line does not name this format, or names another log than the signatures do.',
    line_no_json: 'This line cannot be read.',
    line_unknown: 'This line is neither a row nor a checkpoint.',
    line_respelled: 'This line was written by another program; it can be read in two ways.',
    row_misshapen: 'Fields of this row are missing or of the wrong kind.',
    row_of_other_office: 'This row belongs to another office.',
    content_changed: 'The content of this row was changed after it was signed.',
    leaf_changed: 'The fingerprint of this row was changed; its content is as it was signed.',
    content_or_leaf_changed: 'Content and fingerprint of this row do not belong together.',
    personal_misplaced: 'A personal field of this row lies where the row has no place for it.',
    row_missing: 'Rows are missing here.',
    row_doubled: 'This row is in the log a second time.',
    row_moved: 'This row is not where it was.',
    row_inserted: 'This row was inserted.',
    index_changed: 'The number of this row was changed.',
    version_gap: 'Steps of this case are missing.',
    version_doubled: 'This step of the case is in the log twice.',
    version_out_of_order: 'This step of the case comes after a later one.',
    request_repeated: 'One request was carried out twice.',
    erased_without_trace: 'The personal fields of this row are gone, and no later row says that they were erased.',
    remains_changed: 'What is left of this erased row was changed after the erasure.',
    erasure_incomplete: 'The log says that this row was erased, and its personal fields or its salt are still there.',
    checkpoint_malformed: 'This checkpoint is no signed note.',
    checkpoint_forged: 'The signature of this checkpoint is false.',
    checkpoint_other_key: 'This checkpoint is not signed with a key that you gave.',
    checkpoint_other_origin: 'This checkpoint is of another log.',
    checkpoint_not_growing: 'This checkpoint covers no more rows than one before it.',
    checkpoint_misplaced: 'This checkpoint does not stand after its last row.',
    checkpoint_inconsistent: 'This checkpoint and a newer one were signed over different logs.',
    batch_differs: 'These rows are not those that were signed.',
    not_provable: 'Nothing can be said of these rows, since rows before them are not those that were signed.',
    kept_checkpoint_differs:
      'The log is not the one of the checkpoint that was kept: it was rewritten and signed anew.',
    log_shortened: 'The end of the log is missing: the checkpoint that was kept covers more rows.',
  },
  place: ({ line, index, to, case: id, version, size, fields, kept }) =>
    [
      kept === undefined ? [] : `kept checkpoint ${kept}`,
      line === undefined ? [] : `line ${line}`,
      index === undefined ? [] : version === undefined && to !== undefined ? `rows ${index} to ${to}` : `row ${index}`,
      id === undefined ? [] : `case ${id}`,
      version === undefined ? [] : to === undefined ? `step ${version}` : `steps ${version} to ${to}`,
      size === undefined ? [] : `checkpoint over ${size} rows`,
      fields === undefined ? [] : `fields ${fields.join(', ')}`,
    ]
      .flat()
      .join(', '),
  summary: ({ office, rows, erased, sealedSize, unsealed, root }) =>
    `Log of office ${office ?? '(unknown)'}: ${rows} rows, ${erased} of them erased.
Proven by signatures: ${sealedSize} rows, root ${root}.
Not sealed yet, so not proven: ${unsealed} rows.`,
  whole: 'Nothing was changed.',
  notWhole: (problems) => `Problems: ${problems}.`,
  more: (problems) => `… and ${problems} more.`,
  unusable: 'This cannot be verified:',
  usage: `Usage: front-office-verify-log <export.jsonl> --key <public.pem> … [--checkpoint <kept.txt> …] [--de]
Ends with 0 when nothing was changed, 1 when something was, 2 when it cannot be verified.`,
};
