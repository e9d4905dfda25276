import type { Directory, Passkey } from '@front-office/sign-in';
import type { Ask } from './as-directory.ts';
import { type ColumnsOf, listOf } from './columns.ts';
import { idToFind } from './ids.ts';

const columns: ColumnsOf<Passkey> = {
  credential: 'p.credential',
  account: 'p.account_id',
  publicKey: 'p.public_key',
  counter: 'p.counter',
  transports: 'p.transports',
  label: 'p.called',
  createdAt: 'p.created_at',
  lastUsedAt: 'p.last_used_at',
};

const select = `select ${listOf(columns)} from sign_in.passkey p`;

export const passkeysIn = (
  ask: Ask,
): Pick<Directory, 'addPasskey' | 'passkey' | 'passkeysOf' | 'usePasskey' | 'removePasskey'> => ({
  addPasskey: async (passkey) => {
    const { credential, account, publicKey, counter, transports, label, createdAt, lastUsedAt } = passkey;
    const added = await ask({
      text: `insert into sign_in.passkey
               (credential, account_id, public_key, counter, transports, called, created_at, last_used_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict on constraint passkey_pk do nothing returning true`,
      values: [credential, account, publicKey, counter, transports, label, createdAt, lastUsedAt],
    });
    return added.length > 0;
  },

  passkey: async (credential) => {
    const [passkey] = await ask<Passkey>({ text: `${select} where p.credential = $1`, values: [credential] });
    return passkey;
  },

  passkeysOf: (account) =>
    ask<Passkey>({
      text: `${select} where p.account_id = $1 order by p.created_at, p.credential`,
      values: [idToFind(account)],
    }),

  // Most authenticators of today do not count and always say 0.
  usePasskey: async (credential, counter, at) => {
    const used = await ask({
      text: `update sign_in.passkey set counter = $2, last_used_at = $3
             where credential = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning true`,
      values: [credential, counter, at],
    });
    return used.length > 0;
  },

  removePasskey: async (account, credential) => {
    const removed = await ask({
      text: 'delete from sign_in.passkey where credential = $1 and account_id = $2 returning true',
      values: [credential, idToFind(account)],
    });
    return removed.length > 0;
  },
});
