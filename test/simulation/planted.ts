import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

/** A bug that is put into the kernel on purpose: a simulation that does not find it proves nothing. */
const PlantedBug = z.strictObject({
  name: z.string(),
  /** From the root of the repository. */
  file: z.string(),
  /** Is there exactly once. */
  find: z.string(),
  replace: z.string(),
});
export type PlantedBug = z.output<typeof PlantedBug>;

/** How the hunt for a bug ended. */
const Hunted = z.object({
  /** The seed that fell over it, and how many were tried. */
  seed: z.int().nullable(),
  tried: z.int(),
  steps: z.int(),
  violation: z.string(),
});
export type Hunted = z.output<typeof Hunted>;

/** So many seeds a bug may survive. */
export const MOST_SEEDS = 500;

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'planted', 'kernel');

export const plantedBugs: readonly PlantedBug[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => PlantedBug.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));

/** How often the text that a bug replaces is in its file: once, or the bug is not planted. */
export const placesOf = ({ file, find }: PlantedBug): number =>
  readFileSync(join(root, file), 'utf8').split(find).length - 1;

/** Hunts a bug in a process of its own, whose kernel has it. */
export async function hunt(bug: PlantedBug): Promise<Hunted> {
  const hunter = join(import.meta.dirname, 'hunt.ts');
  const settings = JSON.stringify({ bug, seeds: MOST_SEEDS });
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@front-office/source',
    hunter,
    settings,
  ]);
  return Hunted.parse(JSON.parse(stdout));
}

/** Hunts all of them, two at a time, and tells each as it is done. */
export async function huntAll(
  bugs: readonly PlantedBug[],
  tell: (bug: PlantedBug, hunted: Hunted) => void,
): Promise<void> {
  const left = [...bugs];
  const lane = async () => {
    for (let bug = left.shift(); bug; bug = left.shift()) tell(bug, await hunt(bug));
  };
  await Promise.all([lane(), lane()]);
}
