import type { Lookup } from '@front-office/kernel';
import type { Statement } from './batch.ts';

/** Where a lookup that points at the loaded case finds it. */
interface LoadedCase {
  readonly office: string;
  readonly workflow: string;
  readonly case?: string | undefined;
}

type Value = 'given' | 'context';

/** `$3`, or the text at the key `$3` of the context of the case `$5` of the workflow `$6`, loaded in the same batch. */
const valueSql: Readonly<Record<Value, string>> = {
  given: '$3',
  context: `(select v #>> '{}'
    from (select snapshot -> 'context' -> $3::text as v from kernel.cases where office_id = $1 and id = $5 and workflow = $6) c
    where jsonb_typeof(v) = 'string')`,
};

const uuidPattern = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const lastCharacter = String.fromCodePoint(0x10ffff);

// What somebody typed is no error when it is no id: there is just no record of that id.
const byId = (value: string) => `
  select id, version, snapshot -> 'context' as data from kernel.cases
  where office_id = $1 and workflow = $2 and id = (select case when v ~ '${uuidPattern}' then v::uuid end from (select ${value} as v) w)
  limit $4`;

// A record may carry several keys that fit; it is found once, by the first of them.
const byKeys = (fits: string) => `
  select c.id, c.version, c.snapshot -> 'context' as data
  from (
    select id, min(key) as key from kernel.record_key
    where office_id = $1 and record = $2 and ${fits}
    group by id order by min(key), id limit $4
  ) k
  join kernel.cases c on c.office_id = $1 and c.id = k.id
  order by k.key, c.id`;

const texts: Readonly<Record<Lookup['by'], (value: string) => string>> = {
  id: byId,
  key: (value) => byKeys(`key = ${value}`),
  prefix: (value) => byKeys(`key >= ${value} and key < ${value} || '${lastCharacter}'`),
};

const textOf = (by: Lookup['by']): Readonly<Record<Value, string>> => ({
  given: texts[by](`${valueSql.given}::text`),
  context: texts[by](valueSql.context),
});

const statements = { id: textOf('id'), key: textOf('key'), prefix: textOf('prefix') };

/** The statement that answers a lookup with `id`, `version` and `data`. */
export function selectFound({ record, by, value, limit }: Lookup, loaded: LoadedCase): Statement {
  if (typeof value === 'string') return { text: statements[by].given, values: [loaded.office, record, value, limit] };
  return {
    text: statements[by].context,
    values: [loaded.office, record, value.context, limit, loaded.case ?? null, loaded.workflow],
  };
}
