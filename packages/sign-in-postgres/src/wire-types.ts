import { instantOf } from '@front-office/values';
import pg from 'pg';

/** Moments are read as `Instant`, and 64-bit integers as numbers; the rest is read as `pg` does. */
export const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => {
    if (type === pg.types.builtins.TIMESTAMPTZ) return (text: string) => instantOf(readTimestamp(text));
    if (type === pg.types.builtins.INT8) return safeInteger;
    return pg.types.getTypeParser(type, format);
  },
};

const readTimestamp: (text: string) => Date = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text');

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
