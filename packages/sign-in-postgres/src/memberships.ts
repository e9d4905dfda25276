import type { Directory, Membership } from '@front-office/sign-in';
import pg from 'pg';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf } from './columns.ts';
import { idToFind } from './ids.ts';

/** For a table that is called `m`. */
export const membershipColumns: ColumnsOf<Membership> = {
  account: 'm.account_id',
  office: 'm.office_id',
  staff: 'm.staff_id',
  pin: 'm.pin',
  since: 'm.since',
  endedAt: 'm.ended_at',
};

const selectStanding = `select ${listOf(membershipColumns)} from sign_in.membership m where m.ended_at is null`;

export const membershipsIn = (
  ask: Ask,
): Pick<Directory, 'addMembership' | 'membershipsOf' | 'membership' | 'changeMembership' | 'endMembership'> => ({
  addMembership: async ({ account, office, staff, pin, since, endedAt }) => {
    // Who comes back takes the place of the ended membership; a standing one is not touched.
    const added = await ask({
      text: `insert into sign_in.membership as m (office_id, staff_id, account_id, pin, since, ended_at)
             values ($1, $2, $3, $4, $5, $6)
             on conflict on constraint membership_pk do update
             set pin = excluded.pin, since = excluded.since, ended_at = excluded.ended_at
             where m.ended_at is not null
             returning true`,
      values: [office, staff, account, pin, since, endedAt],
    }).catch(noneIfTaken);
    return added.length > 0;
  },

  membershipsOf: (account) =>
    ask<Membership>({
      text: `${selectStanding} and m.account_id = $1 order by m.since, m.office_id, m.staff_id`,
      values: [idToFind(account)],
    }),

  membership: async (office, staff) => {
    const [membership] = await ask<Membership>({
      text: `${selectStanding} and m.office_id = $1 and m.staff_id = $2`,
      values: [idToFind(office), idToFind(staff)],
    });
    return membership;
  },

  changeMembership: async ({ account, office, staff, pin, since, endedAt }) => {
    await ask({
      text: `update sign_in.membership set pin = $4, since = $5, ended_at = $6
             where office_id = $1 and staff_id = $2 and account_id = $3 and ended_at is null`,
      values: [office, staff, account, pin, since, endedAt],
    });
  },

  endMembership: async (office, staff, at) => {
    await ask({
      text: `with ended as (
               update sign_in.membership set ended_at = $3
               where office_id = $1 and staff_id = $2 and ended_at is null returning account_id
             )
             update sign_in.session set ended_at = $3, revision = revision + 1
             where office_id = $1 and ended_at is null and account_id in (select account_id from ended)`,
      values: [idToFind(office), idToFind(staff), at],
    });
  },
});

/** Nothing was added when the account is somebody in this office, or somebody else is this staff member. */
function noneIfTaken(error: unknown): readonly never[] {
  if (error instanceof pg.DatabaseError && taken.has(error.constraint ?? '')) return [];
  throw error;
}

const taken: ReadonlySet<string> = new Set(['membership_of_staff', 'membership_of_account']);
