// pnpm api-release: writes the OpenAPI document of today's routes to docs/api/openapi-v1.json, where it is the one that
// the next change is compared with. A change that breaks what is recorded there is refused: it belongs to /api/v2. Only
// while nothing has been released may it be taken with `--nothing-released-yet`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from '../test/openapi/breaking-changes.ts';
import { todaysDocument } from '../test/openapi/todays-document.ts';

const file = join(import.meta.dirname, '..', 'docs', 'api', 'openapi-v1.json');
const today = todaysDocument();
const breaking = existsSync(file) ? breakingChanges(JSON.parse(readFileSync(file, 'utf8')), today) : [];

for (const change of breaking) console.log(`breaks  ${change}`);
if (breaking.length > 0 && !process.argv.includes('--nothing-released-yet')) {
  console.error('Nothing was recorded: clients of /api/v1 would stop working.');
  process.exit(1);
}
writeFileSync(file, `${JSON.stringify(today, null, 1)}\n`);
console.log(`recorded ${Object.keys(today.paths).length} paths`);
