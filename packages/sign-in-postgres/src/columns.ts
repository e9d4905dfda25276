/** The SQL that each field of `T` is read from. */
export type ColumnsOf<T> = { readonly [Field in keyof T]-?: string };

/** A list for `select` or `returning`, its columns named as the fields, after `prefix`. */
export const listOf = (columns: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(columns)
    .map(([field, sql]) => `${sql} as "${prefix}${field}"`)
    .join(', ');

/** Those columns of a joined row that begin with `prefix`, under their own names. */
export function partOf<T>(columns: ColumnsOf<T>, prefix: string, row: Readonly<Record<string, unknown>>): T {
  const part = Object.fromEntries(Object.keys(columns).map((field) => [field, row[prefix + field]]));
  return part as T; // each field was selected by `listOf`
}
