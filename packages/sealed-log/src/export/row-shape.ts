import type { LogRow } from '../row/log-row.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a row is not as `LogRow` says, by name; salt and leaf aside, which are text in an export. */
export const misshapenFields = (row: Record<string, unknown>): string[] =>
  Object.entries(shape)
    .filter(([name, fits]) => !fits(row[name]))
    .map(([name]) => name);

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 1; // a number by the test before
const isSaid = (value: unknown) => value !== undefined;

const shape: Record<Exclude<keyof LogRow, 'salt' | 'leaf'>, (value: unknown) => boolean> = {
  office: isText,
  case: isText,
  version: isCount,
  workflow: isText,
  machineVersion: isCount,
  command: isText,
  at: isText,
  by: (by) => isObject(by) && isText(by.kind) && isText(by.id),
  request: isText,
  input: isSaid,
  known: isSaid,
  facts: Array.isArray,
  state: (state) => typeof state === 'string',
  tags: (tags) => Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'),
  personal: isObject,
};
