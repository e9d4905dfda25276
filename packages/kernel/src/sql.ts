/** A value that stands for one `$n` of a statement. Objects go through `json()`, so that a list is never mistaken for one. */
export type SqlValue = string | number | boolean | null | readonly string[] | JsonValue;

export interface JsonValue {
  readonly json: unknown;
}

/** One SQL statement with its values apart from its text: the text is constant, so it is prepared once a connection. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const texts = new WeakMap<TemplateStringsArray, string>();

/**
 * Writes a statement: `` sql`select 1 from visits.visit where office_id = ${office}` ``. Every `${}` becomes a
 * parameter; there is no way to splice text in, and none is wanted.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  let text = texts.get(strings);
  if (text === undefined) {
    text = strings.reduce((soFar, part, index) => `${soFar}$${index}${part}`);
    texts.set(strings, text);
  }
  return { text, values };
}

/** A value for a `jsonb` column. */
export const json = (value: unknown): JsonValue => ({ json: value });

/** Reads rows in one office, under row level security. Only a store with SQL has it. */
export type QueryRows = <Row>(statement: Sql) => Promise<readonly Row[]>;
