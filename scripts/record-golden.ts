// pnpm golden: plays the golden scenes of every package (test/golden/scenes.ts) with the program of today and keeps what
// they come to, for each workflow and record whose current version has none yet:
// packages/<package>/test/golden/<workflow>/v<version>/<scene>.json
// What is recorded already is never written again: it stands for cases that lie in somebody's database.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldenScenes, play } from '../test/support/golden-stage.ts';

const packages = join(import.meta.dirname, '..', 'packages');

for (const name of readdirSync(packages)) {
  const home = join(packages, name, 'test', 'golden');
  if (!existsSync(join(home, 'scenes.ts'))) continue;
  const { golden }: { golden: GoldenScenes } = await import(join(home, 'scenes.ts'));
  for (const definition of golden.definitions) {
    const folder = join(home, definition.name, `v${definition.version}`);
    const label = `${definition.name} v${definition.version}`;
    if (existsSync(folder)) {
      console.log(`${label}: recorded already, left as it is`);
      continue;
    }
    const scenes = Object.entries(golden.scenes[definition.name] ?? {});
    const played = await Promise.all(
      scenes.map(async ([scene, story]) => [scene, await play(golden, definition.name, story)] as const),
    );
    mkdirSync(folder, { recursive: true });
    for (const [scene, outcome] of played)
      writeFileSync(join(folder, `${scene}.json`), `${JSON.stringify(outcome, null, 2)}\n`, { flag: 'wx' });
    execFileSync('biome', ['format', '--write', folder], { stdio: 'ignore' }); // as the rest of the house is written
    console.log(`${label}: ${played.length} scenes recorded`);
  }
}
