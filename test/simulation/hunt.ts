// node --conditions=@front-office/source hunt.ts '{ "bug": …, "seeds": 500 }': plants a bug in the kernel of this process
// alone, and prints which seed of the simulation falls over it. Nothing on the disk changes.
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hunted, PlantedBug } from './planted.ts';

const { bug, seeds } = JSON.parse(process.argv[2] ?? '') as { bug: PlantedBug; seeds: number }; // planted.ts wrote it
const planted = pathToFileURL(join(import.meta.dirname, '..', '..', bug.file)).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== planted) return loaded;
    const source = String(loaded.source).replace(bug.find, () => bug.replace);
    return { ...loaded, source };
  },
});

// Only what is loaded from now on has the bug.
const { play, STEPS } = await import('./run.ts');

let steps = 0;
let hunted: Hunted | undefined;
for (let seed = 1; seed <= seeds && !hunted; seed++) {
  const outcome = await play({ seed, steps: STEPS, off: [] });
  steps += outcome.steps;
  if (outcome.violation) hunted = { seed, tried: seed, steps, violation: outcome.violation.message };
}
console.log(JSON.stringify(hunted ?? { seed: null, tried: seeds, steps, violation: '' }));
