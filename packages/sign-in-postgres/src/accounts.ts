import type { Account, Directory } from '@front-office/sign-in';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf } from './columns.ts';
import { idToFind } from './ids.ts';

/** For a table that is called `a`. */
export const accountColumns: ColumnsOf<Account> = {
  id: 'a.id',
  name: 'a.name',
  shownAs: 'a.shown_as',
  language: 'a.language',
  password: 'a.password',
  totp: `case when a.totp_sealed is not null
    then jsonb_build_object('sealed', a.totp_sealed, 'confirmed', a.totp_confirmed) end`,
  demo: 'a.demo',
  createdAt: 'a.created_at',
  revision: 'a.revision',
};

const select = `select ${listOf(accountColumns)} from sign_in.account a`;

export const accountsIn = (
  ask: Ask,
): Pick<Directory, 'addAccount' | 'account' | 'accountByName' | 'changeAccount' | 'isEmpty'> => ({
  addAccount: async (account) => {
    const added = await ask({
      text: `insert into sign_in.account
               (id, name, shown_as, language, password, totp_sealed, totp_confirmed, demo, created_at, revision)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict do nothing returning true`,
      values: [...writable(account), account.demo, account.createdAt, account.revision],
    });
    return added.length > 0;
  },

  account: async (id) => {
    const [account] = await ask<Account>({ text: `${select} where a.id = $1`, values: [idToFind(id)] });
    return account;
  },

  accountByName: async (name) => {
    const [account] = await ask<Account>({ text: `${select} where a.name = $1`, values: [name] });
    return account;
  },

  changeAccount: async (account) => {
    const changed = await ask({
      text: `update sign_in.account
             set name = $2, shown_as = $3, language = $4, password = $5, totp_sealed = $6, totp_confirmed = $7,
               revision = revision + 1
             where id = $1 and revision = $8 returning true`,
      values: [...writable(account), account.revision],
    });
    return changed.length > 0;
  },

  isEmpty: async () => {
    const anyone = await ask({ text: 'select from sign_in.account limit 1', values: [] });
    return anyone.length === 0;
  },
});

const writable = ({ id, name, shownAs, language, password, totp }: Account) => [
  id,
  name,
  shownAs,
  language,
  password,
  totp?.sealed ?? null,
  totp?.confirmed ?? null,
];
