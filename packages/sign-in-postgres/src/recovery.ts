import type { Directory } from '@front-office/sign-in';
import type { Ask } from './as-directory.ts';
import { idToFind } from './ids.ts';

/** Secrets that are good once: recovery codes, and the time steps of one-time codes. */
export const recoveryIn = (
  ask: Ask,
): Pick<Directory, 'setRecoveryCodes' | 'useRecoveryCode' | 'recoveryCodesLeft' | 'useTotpStep'> => ({
  setRecoveryCodes: async (account, hashes) => {
    await ask({
      text: `insert into sign_in.recovery_codes (account_id, hashes) values ($1, $2)
             on conflict on constraint recovery_codes_pk do update set hashes = excluded.hashes`,
      values: [account, hashes],
    });
  },

  useRecoveryCode: async (account, hash) => {
    const used = await ask({
      text: `update sign_in.recovery_codes set hashes = array_remove(hashes, $2)
             where account_id = $1 and $2 = any (hashes) returning true`,
      values: [idToFind(account), hash],
    });
    return used.length > 0;
  },

  recoveryCodesLeft: async (account) => {
    const [row] = await ask<{ left: number }>({
      text: 'select cardinality(hashes) as left from sign_in.recovery_codes where account_id = $1',
      values: [idToFind(account)],
    });
    return row?.left ?? 0;
  },

  useTotpStep: async (account, step) => {
    const used = await ask({
      text: `update sign_in.account set totp_step = $2
             where id = $1 and (totp_step is null or totp_step < $2) returning true`,
      values: [idToFind(account), step],
    });
    return used.length > 0;
  },
});
