/** The personal values of a row by JSON pointer (RFC 6901): `/input/visitor/family`. */
export type PersonalFields = Readonly<Record<string, unknown>>;

/** One accepted command, as the log keeps it. What more a row has is sealed with it. */
export interface LogRow {
  readonly office: string;
  readonly case: string;
  /** From 1 on, without gaps. */
  readonly version: number;
  readonly workflow: string;
  readonly machineVersion: number;
  readonly command: string;
  readonly at: string;
  readonly by: { readonly kind: string; readonly id: string };
  /** No two rows of an office have the same. */
  readonly request: string;
  readonly input: unknown;
  readonly known: unknown;
  readonly facts: readonly unknown[];
  readonly state: string;
  readonly tags: readonly string[];
  /** What lies beside `input`, `known` and `facts`; empty once it is erased. */
  readonly personal: PersonalFields;
  /** 16 bytes; nothing once the row is erased. */
  readonly salt: Uint8Array | null;
  /** 32 bytes: see `leafOf`. */
  readonly leaf: Uint8Array;
}

/** A row as it was said, with its personal fields in their places. */
export type SaidRow = Omit<LogRow, 'personal' | 'salt' | 'leaf'>;

export const SALT_BYTES = 16;
