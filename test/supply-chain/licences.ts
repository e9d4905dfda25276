import { type Lockfile, withoutPeers } from './lockfile.ts';

/** Licences that ask for no more than to be named, or for nothing. */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PostgreSQL',
  'PSF-2.0',
]);

/** Whether an SPDX expression lets us: one side of each OR, every side of an AND. `WITH` narrows nothing down for us. */
export function isAllowed(expression: string): boolean {
  const bare = expression.trim();
  const parts = topLevel(bare);
  if (parts.by === 'OR') return parts.sides.some(isAllowed);
  if (parts.by === 'AND') return parts.sides.every(isAllowed);
  return bare.startsWith('(') && bare.endsWith(')') ? isAllowed(bare.slice(1, -1)) : allowed.has(bare);
}

/** The sides of the outermost operator; OR binds less than AND (SPDX 2.3, annex D.4.5). */
function topLevel(expression: string): { readonly by?: 'OR' | 'AND'; readonly sides: readonly string[] } {
  for (const by of ['OR', 'AND'] as const) {
    const sides: string[] = [''];
    let depth = 0;
    for (const word of expression.split(/(\(|\)|\s+)/)) {
      if (word === '(') depth++;
      if (word === ')') depth--;
      if (depth === 0 && word === by) sides.push('');
      else sides.push((sides.pop() ?? '') + word);
    }
    if (sides.length > 1) return { by, sides };
  }
  return { sides: [expression] };
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly scripts?: Readonly<Record<string, string>>;
}

/** What a manifest says, old forms too: a list of several is a choice. Empty when it says nothing. */
export function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license;
  const types = [license, ...(licenses ?? [])].map((one) => one?.type ?? '').filter((type) => type !== '');
  return types.join(' OR ');
}

/** Every package (`name@version`) that runs in the product: what the importers in these places need, and what that needs. */
export function productionClosure({ importers, snapshots }: Lockfile, places: (place: string) => boolean): string[] {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const { dependencies, optionalDependencies } = snapshots[key] ?? {};
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
      visit(keyOf(name, version));
  };
  const asking = Object.entries(importers).filter(([place]) => places(place));
  for (const [, { dependencies, optionalDependencies }] of asking)
    for (const [name, { version }] of Object.entries({ ...dependencies, ...optionalDependencies }))
      if (!version.startsWith('link:')) visit(keyOf(name, version));
  return [...new Set([...seen].map(withoutPeers))].sort();
}

/** A version may be another package's under this name: `string-width-cjs: string-width@4.2.3`. */
const keyOf = (name: string, version: string) => (/^(?:@[^@]+|[^@(]+)@/.test(version) ? version : `${name}@${version}`);
