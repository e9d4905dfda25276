import { type Instant, instantOf } from '@front-office/values';
import pg from 'pg';

/** A value as it travels to the server: text, or bytes as they are. */
export type Encoded = string | Buffer | null;

/** What a statement may be given: the kernel's `SqlValue`, and bytes for salts and leaves. */
export type WireValue = string | number | boolean | null | readonly string[] | { readonly json: unknown } | Uint8Array;

/** Writes a value as PostgreSQL reads it. Throws a RangeError for NaN and infinities, which no column of ours holds. */
export function encode(value: WireValue): Encoded {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that is stored`);
    return String(value);
  }
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if ('json' in value) return JSON.stringify(value.json) ?? null;
  return `{${value.map((element) => `"${element.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

export type Decode = (text: string) => unknown;

/**
 * How a column's text is read, by the type's object id in PostgreSQL's `pg_type`. What is not listed stays text: `uuid`,
 * `date` (`2026-06-30`), `numeric` (a number of any length).
 */
export const decoderOf = (typeId: number): Decode => decoders[typeId] ?? String;

const asIs: Decode = (text) => text;
// What `pg` itself reads these types with. Its types know text[] only by another name.
const texts: Decode = pg.types.getTypeParser(1009 as Parameters<typeof pg.types.getTypeParser>[0], 'text');
const bytes: (text: string) => Buffer = pg.types.getTypeParser(pg.types.builtins.BYTEA, 'text');

const decoders: Readonly<Record<number, Decode>> = {
  16: (text) => text === 't', // bool
  17: (text) => new Uint8Array(bytes(text)), // bytea
  20: safeInteger, // int8, what count(*) answers
  21: Number, // int2
  23: Number, // int4
  25: asIs, // text
  114: JSON.parse, // json
  700: Number, // float4
  701: Number, // float8
  1009: texts, // text[]
  1043: asIs, // varchar
  1184: instant, // timestamptz
  2950: asIs, // uuid
  2951: texts, // uuid[]
  3802: JSON.parse, // jsonb
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number; read it as text`);
  return value;
}

const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** `2026-06-30 05:45:00.5+00` as `2026-06-30T05:45:00.500Z`. A session of an own pool may stand in another zone. */
function instant(text: string): Instant {
  const [, date, time, fraction = ''] = UTC.exec(text) ?? [];
  // Canonical by construction; a pattern is several times as fast as `Date`.
  if (date !== undefined) return `${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z` as Instant;
  return instantOf(new Date(text));
}
