import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './licences.ts';

export interface Installed extends Manifest {
  /** Runs a program of its own while it is installed. */
  readonly hasInstallScript: boolean;
}

/** Every package that pnpm has laid down in its virtual store, by `name@version`. */
export function installedPackages(root: string): ReadonlyMap<string, Installed> {
  const store = join(root, 'node_modules', '.pnpm');
  const folders = readdirSync(store)
    .map((entry) => join(store, entry, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap(ownFolders);
  return new Map(folders.map(read).map((found) => [`${found.name}@${found.version}`, found]));
}

/** The packages in a folder of the store that are not links to others: one, or one in a scope. */
const ownFolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.bin')
    .flatMap(({ name }) => (name.startsWith('@') ? ownFolders(join(folder, name)) : [join(folder, name)]))
    .filter((place) => existsSync(join(place, 'package.json')));

function read(folder: string): Installed {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { ...manifest, hasInstallScript: hasInstallScript(manifest) || existsSync(join(folder, 'binding.gyp')) };
}

const hasInstallScript = ({ scripts = {} }: Manifest): boolean =>
  ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);
