import { parse } from 'yaml';

type Versions = Readonly<Record<string, string>>;

/** As much of pnpm's lockfile (version 9) as there is to judge. */
export interface Lockfile {
  readonly lockfileVersion: string;
  readonly importers: Readonly<Record<string, Importer>>;
  readonly packages: Readonly<Record<string, Package>>;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
  readonly overrides?: Versions;
  readonly patchedDependencies?: unknown;
}

type Wanted = Readonly<Record<string, { readonly specifier: string; readonly version: string }>>;

interface Importer {
  readonly dependencies?: Wanted;
  readonly devDependencies?: Wanted;
  readonly optionalDependencies?: Wanted;
}

interface Package {
  readonly resolution?: Readonly<Record<string, unknown>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

interface Snapshot {
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

/** The lockfile in a text. Other documents before it, such as the one of a pinned package manager, count as well. */
export const readLockfile = (text: string): Lockfile => parse(text) as Lockfile; // judged by `lockfileFaults`

/** A version as a registry has it, with the versions of peers that it was put together with. */
const VERSION = String.raw`\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?`;
const NAME = String.raw`(?:@[\w.-]+\/)?[\w.-]+`;
const packageKey = new RegExp(`^${NAME}@${VERSION}$`);
const versionWithPeers = new RegExp(`^(?:${NAME}@)?${VERSION}(?:\\(.*\\))?$`);
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;
const insideTheHouse = /^link:(?:\.\.\/)+(?:packages|apps)\/[\w-]+$|^link:\.\.\/[\w-]+$/;
const address = /:\/\/|\bgit@[\w.-]+:|\btarball:|(?<![\w-])file:/;

/** Everything in a lockfile that would let bytes in which nobody has checked: one line each. */
export function lockfileFaults(lockfile: Lockfile): string[] {
  const { lockfileVersion, importers, packages, snapshots, overrides, patchedDependencies } = lockfile;
  return [
    ...(lockfileVersion === '9.0' ? [] : [`version ${lockfileVersion} is not the one that this check knows`]),
    ...overrideFaults(overrides),
    ...(patchedDependencies === undefined ? [] : ['packages are patched']),
    ...Object.entries(packages).flatMap(([key, found]) => packageFaults(key, found)),
    ...Object.entries(importers).flatMap(([place, importer]) => importerFaults(place, importer)),
    ...Object.entries(snapshots).flatMap(([key, snapshot]) => snapshotFaults(key, snapshot, packages)),
  ];
}

/** An override may leave a package out, which lets nothing in; it may put no other version in its place. */
const overrideFaults = (overrides: Versions = {}): string[] =>
  Object.entries(overrides).flatMap(([name, version]) => (version === '-' ? [] : [`${name} is overridden`]));

function packageFaults(key: string, { resolution = {} }: Package): string[] {
  const { integrity, ...others } = resolution;
  return [
    ...(packageKey.test(key) ? [] : [`${key} is no name and version of a registry`]),
    ...(typeof integrity === 'string' && sha512.test(integrity) ? [] : [`${key} has no sha512 integrity`]),
    ...Object.keys(others).map((name) => `${key} is resolved by ${name}`),
  ];
}

function importerFaults(place: string, importer: Importer): string[] {
  const wanted = Object.values(importer).flatMap((kind: Wanted) => Object.entries(kind));
  return wanted.flatMap(([name, { specifier, version }]) => [
    ...(isExact(specifier) ? [] : [`${place}: ${name} is asked for as ${specifier}`]),
    ...(insideTheHouse.test(version) || versionWithPeers.test(version)
      ? []
      : [`${place}: ${name} comes from ${version}`]),
  ]);
}

function snapshotFaults(key: string, snapshot: Snapshot, packages: Lockfile['packages']): string[] {
  const dependencies = Object.entries({ ...snapshot.dependencies, ...snapshot.optionalDependencies });
  return [
    ...(withoutPeers(key) in packages ? [] : [`${key} has no entry with an integrity`]),
    ...dependencies
      .filter(([, version]) => !versionWithPeers.test(version))
      .map(([name, version]) => `${key}: ${name} comes from ${version}`),
  ];
}

/** Lines that name a place on the network, in the text itself: whatever part of the lockfile they stand in. */
export const addressesIn = (text: string): string[] =>
  text.split('\n').filter((line) => address.test(line) && !/^\s*deprecated:/.test(line));

/** `a@1.0.0(b@2.0.0)` → `a@1.0.0` */
export const withoutPeers = (key: string): string => key.replace(/\(.*$/, '');

/** One version and no other; the workspace's own packages; or the catalog, whose versions are held to the same rule. */
export const isExact = (specifier: string): boolean =>
  specifier === 'workspace:*' || specifier === 'catalog:' || new RegExp(`^${VERSION}$`).test(specifier);
