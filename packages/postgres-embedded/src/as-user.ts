import { chmod, chown, stat } from 'node:fs/promises';
import { type Command, run } from './program.ts';
import { intoNamespace, type Machine } from './this-machine.ts';
import { PostgresUnavailable } from './unavailable.ts';

/**
 * Who PostgreSQL runs as: it refuses to run as root.
 * - `ourselves`: we are an ordinary user.
 * - `namespace`: we are root; in a user namespace of its own the server sees itself as user 1000. The files stay
 *   root's, so that a checkout in a folder only root can enter works too.
 * - `account`: we are root and switch to another account, which must own the files and be able to reach them.
 */
export type ServerUser =
  | { readonly as: 'ourselves' }
  | { readonly as: 'namespace' }
  | { readonly as: 'account'; readonly uid: number; readonly gid: number };

/** Owns no files by convention and exists on every Linux; used where user namespaces are forbidden (many containers). */
const nobody = { uid: 65534, gid: 65534 };

/** Throws `PostgresUnavailable` with `root_without_namespaces` when root finds no way to be an ordinary user. */
export async function chooseUser(machine: Machine, dataDir: string, cluster: string, postgres: string) {
  if (machine.userId !== 0) return { as: 'ourselves' } satisfies ServerUser;

  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) {
    // An ordinary user's cluster, and today somebody typed sudo: PostgreSQL wants to run as the owner of its files.
    return { as: 'account', uid: owner.uid, gid: owner.gid } satisfies ServerUser;
  }
  if (await machine.allowsNamespaces()) return { as: 'namespace' } satisfies ServerUser;

  const account = { as: 'account', ...nobody } satisfies ServerUser;
  if (owner === undefined && (await letPass(account, dataDir, postgres))) return account;
  throw new PostgresUnavailable({ code: 'root_without_namespaces', folder: dataDir });
}

/** Starts the program as that user. */
export function commandAs(user: ServerUser, file: string, args: readonly string[]): Command {
  if (user.as === 'account') return { file, args, account: { uid: user.uid, gid: user.gid } };
  if (user.as === 'ourselves') return { file, args };
  const [unshare, ...options] = intoNamespace;
  return { file: unshare, args: [...options, file, ...args] };
}

/** Hands a folder that we have just made to that user. */
export async function giveTo(user: ServerUser, folder: string): Promise<void> {
  if (user.as === 'account') await chown(folder, user.uid, user.gid);
}

/** Opens the data folder for passing through, not for reading, and tries whether the account gets to both ends. */
async function letPass(account: ServerUser, dataDir: string, postgres: string): Promise<boolean> {
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  const enters = await run(commandAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir]));
  const executes = await run(commandAs(account, postgres, ['--version']));
  return enters.exitCode === 0 && executes.exitCode === 0;
}
