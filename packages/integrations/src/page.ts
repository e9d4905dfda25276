import { Instant } from '@front-office/values';
import * as z from 'zod';

/** PostgreSQL counts no year 0. */
export const Moment = Instant.refine((at) => at >= '0001', { error: 'Before the year 1' });

/** A place in a list: the moment and id of the last line seen. */
export const Cursor = z
  .string()
  .regex(/^[^~]{1,40}~[^~]{1,40}$/)
  .transform((text) => text.split('~'))
  .pipe(z.tuple([Moment, z.uuid()]));

export const PageSize = z.coerce.number().int().min(1).max(200);

export const BEFORE_ALL = ['0001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'] as const;
/** Later than everything: where a list begins with the newest. */
export const AFTER_ALL = ['9999-12-31T23:59:59.999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
