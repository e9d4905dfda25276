import { type Asked, type RecordDefinition, upgraded } from '@front-office/kernel';
import * as z from 'zod';

/** Which page of a list: `after` is the `next` of the page before. */
export const PageQuery = z.strictObject({
  after: z.uuid().toLowerCase().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Records with their ids, in the order of their entry; `next` is null on the last page. */
interface Page<Data, Id> {
  readonly records: (Data & { readonly id: Id })[];
  readonly next: Id | null;
}

/** One page of all records of a kind, also those that an older version stored, as far as the actor may read them. */
export async function pageOf<Data, Id extends z.ZodType<string>>(
  definition: RecordDefinition<Data>,
  id: Id,
  { kernel, office, actor }: Asked,
  { after, limit }: z.output<typeof PageQuery>,
): Promise<Page<Data, z.output<Id>>> {
  const rows = await kernel.list({ office, actor, workflow: definition.name, after, limit: limit + 1 });
  const records = rows.slice(0, limit).map((row) => ({
    ...(upgraded(definition, row).snapshot.context as Data), // the record's own schema parsed it
    id: id.parse(row.id),
  }));
  return { records, next: rows.length > limit ? (records.at(-1)?.id ?? null) : null };
}
