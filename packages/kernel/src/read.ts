/**
 * A question about one kind of record, asked in the same round trip that loads the case.
 * - `id`: the record with this id · `key`: all records with this key · `prefix`: records with a key that begins so.
 * - `{ context }` takes the value from the loaded case's own context: the name of the visitor who is checking in.
 */
export interface Lookup {
  readonly record: string;
  readonly by: 'id' | 'key' | 'prefix';
  readonly value: string | { readonly context: string };
  readonly limit: number;
}

/** A record as a lookup finds it. */
export interface Found<Data = unknown> {
  readonly id: string;
  readonly version: number;
  readonly data: Data;
}

/** A description of something to know: which lookups, and what to make of their answers. Pure, so it works in every store. */
export interface Read<T> {
  readonly lookups: readonly Lookup[];
  from(answers: readonly (readonly Found[])[]): T;
}

/** The part of a record definition that a lookup needs: its name, and for the compiler what it holds. */
interface Holds<Data> {
  readonly name: string;
  readonly holds?: Data;
}

const MOST_FOUND = 50;

/** The record with this id, or nothing. */
export function byId<Data>(record: Holds<Data>, id: Lookup['value']): Read<Found<Data> | undefined> {
  return lookup(record, 'id', id, 1, (found) => found[0]);
}

/** Every record (at most 50) that carries this key. */
export function byKey<Data>(record: Holds<Data>, key: Lookup['value']): Read<readonly Found<Data>[]> {
  return lookup(record, 'key', key, MOST_FOUND, (found) => found);
}

/** Records with a key that begins so, at most `limit` of them, in the order of their keys. */
export function byPrefix<Data>(record: Holds<Data>, prefix: string, limit: number): Read<readonly Found<Data>[]> {
  return lookup(record, 'prefix', prefix, limit, (found) => found);
}

/** Something known without looking anything up: a value of the house's policy. */
export const known = <T>(value: T): Read<T> => ({ lookups: [], from: () => value });

/** The same read, seen through a function: a staff record as the host that visits knows. */
export function through<T, U>(read: Read<T>, see: (value: T) => U): Read<U> {
  return { lookups: read.lookups, from: (answers) => see(read.from(answers)) };
}

/** Several reads as one, answered by name. */
export function together<T>(reads: { readonly [K in keyof T]: Read<T[K]> }): Read<T> {
  const entries = Object.entries(reads) as [keyof T, Read<T[keyof T]>][]; // Object.entries forgets the keys
  return {
    lookups: entries.flatMap(([, read]) => read.lookups),
    from(answers) {
      let next = 0;
      const named = entries.map(([name, read]) => {
        const own = answers.slice(next, next + read.lookups.length);
        next += read.lookups.length;
        return [name, read.from(own)] as const;
      });
      return Object.fromEntries(named) as T; // built from T's own keys
    },
  };
}

/** The same read with each lookup asked once: two ports may both want to know the office. */
export function once<T>(read: Read<T>): Read<T> {
  const places = new Map<string, number>();
  const lookups: Lookup[] = [];
  const place = read.lookups.map((lookup) => {
    const key = JSON.stringify(lookup);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, lookups.length);
    return lookups.push(lookup) - 1;
  });
  if (lookups.length === read.lookups.length) return read;
  return { lookups, from: (answers) => read.from(place.map((at) => answers[at] ?? [])) };
}

/** Everything a command must know, asked at once. */
export function readAll(
  spec: { readonly knows?: Readonly<Record<string, (ask: never) => Read<unknown>>> | undefined },
  ask: object,
): Read<Record<string, unknown>> {
  // Each read takes the `Ask` of its own command; defineWorkflow has checked that it fits.
  const reads = Object.entries(spec.knows ?? {}).map(([name, of]) => [name, of(ask as never)]);
  return once(together(Object.fromEntries(reads)));
}

function lookup<Data, T>(
  record: Holds<Data>,
  by: Lookup['by'],
  value: Lookup['value'],
  limit: number,
  from: (found: readonly Found<Data>[]) => T,
): Read<T> {
  // The store keeps data as this record's own schema parsed it.
  return {
    lookups: [{ record: record.name, by, value, limit }],
    from: ([found]) => from((found ?? []) as Found<Data>[]),
  };
}
