import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const planted = join(import.meta.dirname, 'planted', 'boundaries');

test('every import follows the arrows of the house', async () => {
  const { modules, summary } = await cruiseTree(root);

  expect(violations(summary)).toEqual([]);
  // A cruiser that cannot read TypeScript, or that resolves nothing, sees no imports and is content.
  expect(importsAcrossPackages(modules).length).toBeGreaterThan(20);
});

test('each planted violation is found by the rule that forbids it', async () => {
  const { summary } = await cruiseTree(planted);

  const found = violations(summary);
  for (const violation of [
    'layer-visits: packages/visits/src/index.ts → packages/organisation/src/index.ts',
    'layer-values: packages/values/src/index.ts → packages/kernel/src/index.ts',
    'layer-unlisted: packages/unlisted/src/index.ts → packages/organisation/src/index.ts',
    'domain-to-domain: packages/visits/src/index.ts → packages/organisation/src/index.ts',
    'domain-to-technology: packages/visits/src/queries.ts → pg',
    'pure-rooms: packages/visits/src/machine.ts → fs',
    'browser-kiosk: apps/kiosk/src/main.ts → packages/organisation/src/index.ts',
    'reaching-inside: packages/values/src/index.ts → packages/kernel/src/index.ts',
    'no-cycles: packages/kernel/src/index.ts → packages/values/src/index.ts',
    'unresolvable: packages/visits/src/queries.ts → pg',
  ]) {
    expect(found).toContain(violation);
  }
});

async function cruiseTree(baseDir: string): Promise<ICruiseResult> {
  const { options, ...ruleSet } = await extractConfig(join(root, '.dependency-cruiser.cjs'));
  const groups = ['packages', 'apps', 'examples'].filter((group) => existsSync(join(baseDir, group)));
  const { output } = await cruise(
    groups,
    { ...options, baseDir, ruleSet, validate: true },
    options?.enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error('The cruiser answers a result unless it is asked for a report.');
  return output;
}

const violations = (summary: ICruiseResult['summary']) =>
  summary.violations.map(({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle?.[0]?.name ?? to}`);

const importsAcrossPackages = (modules: ICruiseResult['modules']) =>
  modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(
      ({ resolved }) => /^packages\/[^/]+\/src\//.test(resolved) && packageOf(resolved) !== packageOf(source),
    ),
  );

const packageOf = (path: string) => path.split('/')[1];
