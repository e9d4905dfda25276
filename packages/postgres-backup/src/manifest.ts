import { createHash } from 'node:crypto';
import * as z from 'zod';

/** The format that this version writes, and the newest it reads. */
export const FORMAT = 1;
export const manifestFile = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

const TableEntry = z.strictObject({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: count,
  /** Of the uncompressed text of PostgreSQL's `COPY`, rows in the order of the primary key. */
  sha256,
});
/** One table as it was backed up. Two databases hold the same when their entries are equal. */
export type TableEntry = z.output<typeof TableEntry>;

const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  /** ISO 8601, UTC: the moment of the snapshot. */
  madeAt: z.iso.datetime(),
  label: z.string(),
  /** Version of the program that made it. */
  product: z.string(),
  /** `18.4`. */
  postgres: z.string(),
  /** The history of the log that it was taken from; nothing before there were histories. */
  epoch: z.uuid().nullable(),
  offices: z.array(z.strictObject({ id: z.uuid(), cases: count, logRows: count })),
  migrations: z.array(z.strictObject({ module: z.string(), number: count, name: z.string(), checksum: sha256 })),
  tables: z.array(TableEntry),
  /** SHA-256 of each file as it lies there. */
  files: z.record(z.string(), sha256),
});
/** What a backup says of itself. */
export type Manifest = z.output<typeof Manifest>;

export const tableName = ({ schema, name }: Pick<TableEntry, 'schema' | 'name'>) => `${schema}.${name}`;
export const fileOf = (table: Pick<TableEntry, 'schema' | 'name'>) => `${tableName(table)}.copy.gz`;

/** The text of `manifest.json`: what it says, and a hash over that. */
export function writeManifest(manifest: Manifest): string {
  const inOrder = Manifest.parse(manifest); // fields in the order of the schema, as reading has them
  return `${JSON.stringify({ sha256: hashOf(JSON.stringify(inOrder)), manifest: inOrder }, undefined, 2)}\n`;
}

/** What reading a manifest comes to; neither field when it is damaged. */
export interface ReadManifest {
  readonly manifest?: Manifest;
  /** The version of the program that made it, when this one is too old for it. */
  readonly newer?: string;
}

const AnyFormat = z.object({ manifest: z.object({ format: z.int(), product: z.string() }) });
const Signed = z.strictObject({ sha256, manifest: Manifest });

export function readManifest(text: string): ReadManifest {
  const json = parsed(text);
  const any = AnyFormat.safeParse(json);
  if (any.success && any.data.manifest.format > FORMAT) return { newer: any.data.manifest.product };
  const signed = Signed.safeParse(json);
  if (!signed.success || hashOf(JSON.stringify(signed.data.manifest)) !== signed.data.sha256) return {};
  return { manifest: signed.data.manifest };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
