// pnpm diagrams: draws the state diagrams in the packages' READMEs anew from their machines.
import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDiagram } from '../packages/kernel/src/testing/state-diagram.ts';

const packages = join(import.meta.dirname, '..', 'packages');

/** Every diagram of a package as its machines are now: of the package itself, or of each of its rooms. */
async function drawingsOf(name: string): Promise<string[]> {
  const drawings: string[] = [];
  for (const file of globSync('src/{machine.ts,*/machine.ts}', { cwd: join(packages, name) })) {
    const exported: Record<string, unknown> = await import(join(packages, name, file));
    const machines = Object.values(exported).filter(
      (value) => typeof value === 'object' && value !== null && 'root' in value,
    );
    for (const machine of machines) drawings.push(stateDiagram(machine as Parameters<typeof stateDiagram>[0])); // it has a root state
  }
  return drawings;
}

/** The one that says the most of what stood there: a machine that was changed is still more like itself than like another. */
function closestTo(former: string, drawings: readonly string[]): string | undefined {
  const lines = new Set(former.split('\n'));
  const shared = (drawing: string) => drawing.split('\n').filter((line) => lines.has(line)).length;
  return drawings.toSorted((one, other) => shared(other) - shared(one))[0];
}

for (const name of readdirSync(packages)) {
  const drawings = await drawingsOf(name);
  if (drawings.length === 0) continue;
  const readmeFile = join(packages, name, 'README.md');
  const readme = readFileSync(readmeFile, 'utf8');
  const drawn = readme.replace(/^```mermaid\n(stateDiagram-v2.*?)\n```/gms, (block: string, former: string) => {
    const drawing = closestTo(former, drawings);
    return drawing === undefined ? block : `\`\`\`mermaid\n${drawing}\n\`\`\``;
  });
  writeFileSync(readmeFile, drawn);
  console.log(`${name}: ${drawings.length} drawn`);
}
