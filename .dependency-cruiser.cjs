// The arrows of the house (docs: ARCHITECTURE.md), held by test/boundaries.test.ts, which also plants violations.

/** The domain packages, made and planned. `pnpm new-package` adds to the list. */
const domains = require('./.dependency-cruiser.domains.json');

/** What each package's source may import of the other packages. A new package that is not listed here may import none. */
const mayImport = {
  values: [],
  'sealed-log': [],
  kernel: ['values', 'sealed-log'],
  ...Object.fromEntries(domains.map((domain) => [domain, ['kernel', 'values']])),
  verticals: [...domains, 'kernel', 'values'], // typed data about the domains; it has no code paths of its own
  office: ['verticals', ...domains, 'kernel', 'values'],
  ui: [],
  'store-postgres': ['kernel', 'values'],
  'postgres-backup': ['store-postgres', 'kernel', 'values'],
  'postgres-embedded': [],
  'mail-smtp': ['messages', 'kernel', 'values'],
  'webhook-http': ['integrations', 'kernel', 'values'],
  'sign-in-postgres': ['sign-in', 'store-postgres', 'kernel', 'values'],
  'local-ca': [],
  'http-express': ['office', 'kernel', 'values'],
};

const either = (names) => `(?:${names.join('|')})`;

const layers = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `layer-${name}`,
  comment: `${name} may import ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no other package'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/src/` },
  to: { path: '^(?:packages|apps|examples)/', pathNot: `^packages/${either([name, ...allowed])}/` },
}));

/** What runs in the browser takes paths, types and texts; zod and the kernel stay on the server. */
const browserMayImport = (app, ui) => ({
  name: `browser-${app}`,
  comment: `${app} may import ${ui}, contracts and words of packages, and the typed client; types from anywhere.`,
  severity: 'error',
  from: { path: `^apps/${app}/src/` },
  to: {
    path: '^(?:packages|apps)/',
    pathNot: [`^apps/${app}/`, `^packages/${ui}/`, '^packages/[^/]+/src/(?:contract|words|client)(?:/|\\.ts$)'],
    dependencyTypesNot: ['type-only'],
  },
});

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'layer-unlisted',
      comment: 'A new package says in .dependency-cruiser.cjs what it may import.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/', pathNot: `^packages/${either(Object.keys(mayImport))}/` },
      to: { path: '^(?:packages|apps|examples)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'domain-to-domain',
      comment: 'Domains are ignorant of each other, in their tests too: they meet in office.',
      severity: 'error',
      from: { path: `^packages/(${domains.join('|')})/` },
      to: { path: `^packages/${either(domains)}/`, pathNot: '^packages/$1/' },
    },
    {
      name: 'domain-to-technology',
      comment: 'Domains, kernel and values know no web framework, screen library, driver or logger: they have ports.',
      severity: 'error',
      from: { path: `^packages/${either([...domains, 'kernel', 'values', 'verticals', 'office'])}/src/` },
      to: {
        path: `(?:^|node_modules/)(?:@types/)?${either(['express', 'helmet', 'pino', 'pg', 'react', 'react-dom', 'preact'])}(?:/|$)`,
      },
    },
    {
      name: 'pure-rooms',
      comment:
        'The machines, rules, policies and schemas of domains and all of values have no I/O, so no Node built-ins.',
      severity: 'error',
      from: {
        path: [`^packages/${either(domains)}/src/.*(?:machine|rules|policy|schema)\\.ts$`, '^packages/values/src/'],
      },
      to: { dependencyTypes: ['core'] },
    },
    browserMayImport('kiosk', 'ui/src/core'),
    browserMayImport('desk', 'ui'),
    {
      name: 'reaching-inside',
      comment: 'Packages are imported by name, through their exports, never by a path into their folders.',
      severity: 'error',
      from: { path: '^(packages|apps|examples)/([^/]+)/' },
      to: { path: '^(?:packages|apps|examples)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-cycles',
      comment: 'No file needs itself when the program runs. Types may refer to each other: they are gone by then.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'built-output',
      comment: 'Sources import sources; a path into dist means that a condition was lost and the check sees nothing.',
      severity: 'error',
      from: {},
      to: { path: '^(?:packages|apps)/[^/]+/dist/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(?:dist|\\.turbo|\\.data)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@front-office/source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
