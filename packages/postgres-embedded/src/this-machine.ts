import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { run } from './program.ts';

/** What this package asks of the computer it runs on; a parameter, so that tests can stand on another one. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** Effective user id; undefined where there is none (Windows). */
  readonly userId: number | undefined;
  /** Where an installed npm package lies, or undefined. */
  readonly findPackage: (name: string) => string | undefined;
  /** Whether a root process may step into a user namespace as an ordinary user. */
  readonly allowsNamespaces: () => Promise<boolean>;
}

/** `unshare` of util-linux 2.36 or later: the files stay ours, the process inside sees itself as user 1000. */
export const intoNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const;

/** The computer we are on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    userId: process.geteuid?.(),
    findPackage,
    allowsNamespaces: async () => {
      const [file, ...args] = intoNamespace;
      return process.platform === 'linux' && (await run({ file, args: [...args, 'true'] })).exitCode === 0;
    },
  };
}

function findPackage(name: string): string | undefined {
  try {
    // The platform packages export dist/index.js alone, so their folder is found from there.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    return undefined;
  }
}
