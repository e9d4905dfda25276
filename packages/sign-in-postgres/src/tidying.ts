import type { Directory } from '@front-office/sign-in';
import type { Ask } from './as-directory.ts';

export const tidyingIn = (ask: Ask): Pick<Directory, 'tidy'> => ({
  // Whoever counts in a window that is being dropped begins a new one. Tickets that were used are gone already.
  tidy: async (now) => {
    await ask({
      text: `with sessions as (
               delete from sign_in.session
               where least(ended_at, until) < $1::timestamptz - interval '30 days'
             ), tickets as (
               delete from sign_in.ticket where until < $1::timestamptz - interval '30 days'
             )
             delete from sign_in.attempts where ends_at <= $1`,
      values: [now],
    });
  },
});
