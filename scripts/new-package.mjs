// pnpm new-package NAME: makes a small domain package that works, from templates/domain-package. Nothing is ever overwritten.
// Plain Node 20 without dependencies.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const template = join(root, 'templates', 'domain-package');
const boundaries = join(root, '.dependency-cruiser.cjs');
const domainList = join(root, '.dependency-cruiser.domains.json');

/** A longer name would break the lines of the template, and some tables with them. */
const LONGEST_NAME = 30;

/** Names that PostgreSQL keeps for itself (`pg_get_keywords()`, catcode R and T): no schema can be called so without quotes. */
const reservedInSql = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current-catalog current-date current-role current-schema current-time
  current-timestamp current-user default deferrable desc distinct do else end except false fetch for foreign freeze from
  full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary public references returning
  right select session-user similar some symmetric system-user table tablesample then to trailing true union unique user
  using variadic verbose when where window with information-schema`.split(/\s+/),
);

const [name, ...more] = process.argv.slice(2);
const refusal = refusalOf(name, more);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  make(name);
}

function refusalOf(name, more) {
  if (name === undefined || more.length > 0) return 'Give the new package one name: pnpm new-package lost-property';
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name))
    return `"${name}" is no name for a package: small letters and digits, words joined by hyphens, as in lost-property.`;
  if (name.length > LONGEST_NAME) return `"${name}" is too long: at most ${LONGEST_NAME} characters.`;
  if (reservedInSql.has(name) || name.startsWith('pg-'))
    return `PostgreSQL keeps the word "${name}" for itself, and the package's schema would be called so. Please choose another name.`;
  if (existsSync(join(root, 'packages', name))) return `packages/${name} is there already. Nothing was changed.`;
  const { forbidden } = createRequire(import.meta.url)(boundaries);
  if (!domains().includes(name) && forbidden.some((rule) => rule.name === `layer-${name}`))
    return `"${name}" stands in .dependency-cruiser.cjs for a package that is no domain. Nothing was changed.`;
  const taken = filesOf(name).filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0) return `${taken.map(({ path }) => path).join(', ')}: there already. Nothing was changed.`;
}

function make(name) {
  const files = filesOf(name);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' }); // fails rather than overwrite
  }
  if (!domains().includes(name)) writeFileSync(domainList, `${JSON.stringify([...domains(), name], null, 2)}\n`);

  const { camel, pascal } = spellings(name);
  console.log(`Made:
${files.map(({ path }) => `  ${path}`).join('\n')}
and listed "${name}" among the domains in ${relative(root, domainList)}.

Now:
  1. pnpm install
  2. pnpm unit --project @front-office/${name}
     Its tests pass as they are.
  3. Give "item" the name that a receptionist would use, then states, rules and words of its own: its README says where.

When an office shall have it:
  4. packages/office/package.json: "@front-office/${name}": "workspace:*", and pnpm install again
  5. packages/office/src/create-office.ts: ${camel}Module into \`modules\`, ${pascal}Routes into \`OfficeRoutes\`
  6. packages/office/src/ports.ts: ${pascal}Ports into \`OfficePorts\` and \`officePorts\`,
     and in create-office.ts into the \`ports\` of the kernel
  7. packages/verticals/src: \`${camel}.keep\` and \`${camel}.handOver\` into capabilities.ts,
     ${pascal}Policy into \`policy\` of vertical.ts and of each kind of office`);
}

/** What the package would be made of: paths from the root, and texts, with the name in place of the example's. */
function filesOf(name) {
  const { kebab, camel, pascal, snake, words } = spellings(name);
  const spelled = {
    'example-domain': kebab,
    exampleDomain: camel,
    ExampleDomain: pascal,
    example_domain: snake,
    'Example domain': words,
  };
  const named = (text) =>
    text.replace(/example[-_]domain|exampleDomain|Example ?[Dd]omain/g, (found) => spelled[found]);
  return filesIn(template).map((file) => ({
    path: named(relative(template, file)),
    text: named(readFileSync(file, 'utf8')),
  }));
}

function spellings(kebab) {
  const camel = kebab.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const words = capital(kebab.replaceAll('-', ' '));
  return { kebab, camel, pascal: capital(camel), snake: kebab.replaceAll('-', '_'), words };
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function domains() {
  return JSON.parse(readFileSync(domainList, 'utf8'));
}
