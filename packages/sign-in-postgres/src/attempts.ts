import type { Directory } from '@front-office/sign-in';
import { type Instant, instantOf, millisOf } from '@front-office/values';
import type { Ask } from './as-directory.ts';

/** Each window is a row of its own, so that a server whose clock is a little behind does not undo what others count. */
export const attemptsIn = (ask: Ask): Pick<Directory, 'count' | 'uncount' | 'forget'> => ({
  count: async (key, windowMs, now) => {
    const rows = await ask<{ readonly counted: number }>({
      text: `insert into sign_in.attempts as a (key, begins_at, ends_at, counted) values ($1, $2, $3, 1)
             on conflict on constraint attempts_pk do update set counted = a.counted + 1
             returning counted`,
      values: [key, ...windowAt(now, windowMs)],
    });
    return rows[0]?.counted ?? 1; // there is always a row
  },

  uncount: async (key, windowMs, now) => {
    await ask({
      text: `update sign_in.attempts set counted = counted - 1
             where key = $1 and begins_at = $2 and ends_at = $3 and counted > 0`,
      values: [key, ...windowAt(now, windowMs)],
    });
  },

  forget: async (key) => {
    await ask({ text: 'delete from sign_in.attempts where key = $1', values: [key] });
  },
});

/** Windows are fixed: each begins at a whole multiple of its length since 1970. */
function windowAt(now: Instant, windowMs: number): readonly [beginsAt: Instant, endsAt: Instant] {
  const beginsMs = Math.floor(millisOf(now) / windowMs) * windowMs;
  return [instantOf(beginsMs), instantOf(beginsMs + windowMs)];
}
