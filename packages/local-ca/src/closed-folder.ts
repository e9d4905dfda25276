import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const OTHERS = 0o077;

/** A folder that only this account can enter, with files that only it can read; both are made so where they are not. */
export interface ClosedFolder {
  /** Where a file lies. */
  path(name: string): string;
  /** The text of a file, or `undefined` where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Writes a file whole, unless there is one. What is there afterwards is somebody's first, not necessarily this text. */
  writeFirst(name: string, text: string): Promise<void>;
  /** Writes a file whole in place of the one that may be there. */
  replace(name: string, text: string): Promise<void>;
  /** The paths that others could read or write until now. */
  readonly wereOpen: readonly string[];
}

/** Opens it and makes it where it is missing. Errors of the file system are thrown as they are. */
export async function closedFolder(folder: string): Promise<ClosedFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const wereOpen = new Set(await closed(folder, 0o700));
  const path = (name: string) => join(folder, name);
  return {
    path,
    async read(name) {
      try {
        for (const open of await closed(path(name), 0o600)) wereOpen.add(open);
        return await readFile(path(name), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async writeFirst(name, text) {
      await drafted(folder, text, (draft) =>
        link(draft, path(name)).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        }),
      );
    },
    replace: (name, text) => drafted(folder, text, (draft) => rename(draft, path(name))),
    get wereOpen() {
      return [...wereOpen];
    },
  };
}

/** Takes others' permissions away. Windows keeps them elsewhere: there a profile's folders are its account's own. */
async function closed(path: string, mode: number): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const handle = await open(path, 'r');
  try {
    if (((await handle.stat()).mode & OTHERS) === 0) return [];
    await handle.chmod(mode);
    return [path];
  } finally {
    await handle.close();
  }
}

/** Writes a text under a name that nobody looks at, hands that to `place`, and leaves no draft behind. */
async function drafted(folder: string, text: string, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(folder, `.${randomUUID()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await place(draft);
  } finally {
    await handle.close(); // a second time does nothing
    await rm(draft, { force: true });
  }
}
