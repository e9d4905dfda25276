import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vectors of others lie beside the checkout, or where REFERENCE_DATA_HOME says. They are read in place, never copied. */
const home = process.env.REFERENCE_DATA_HOME ?? join(import.meta.dirname, '../../../../shared/data');

/**
 * The JSON files of one folder of vectors by their paths; nothing where the folder is absent. With
 * REFERENCE_DATA=required an absent folder fails.
 */
export function vectorsIn(folder: string): { readonly name: string; readonly text: string }[] {
  const root = join(home, folder);
  if (!existsSync(root)) {
    if (process.env.REFERENCE_DATA === 'required') throw new Error(`The reference data "${folder}" are absent.`);
    return [];
  }
  return globSync('**/*.json', { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
}
