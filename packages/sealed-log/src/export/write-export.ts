import { base64Of } from '../base64.ts';
import { originOf } from '../checkpoint/checkpoint.ts';
import type { LogRow } from '../row/log-row.ts';

/** The name of the format, on the first line of every export. */
export const FORMAT = 'front-office-log';
export const FORMAT_VERSION = 1;

/** The first line of an export, without its newline, as the others here. */
export const headerLine = (office: string): string =>
  JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, office, origin: originOf(office) });

/** The line of a row. `index`: its place in sealed order, from 0 on; rows that are not sealed yet go on counting. */
export const rowLine = (index: number, { salt, leaf, ...row }: LogRow): string =>
  JSON.stringify({ index, row: { ...row, salt: salt && base64Of(salt), leaf: base64Of(leaf) } });

/** The line that follows the last row of a sealed batch. */
export const checkpointLine = (signedNote: string): string => JSON.stringify({ checkpoint: signedNote });
