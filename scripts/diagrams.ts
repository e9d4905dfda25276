// pnpm diagrams: draws the state diagrams in the packages' READMEs anew from their machines.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDiagram } from '../packages/kernel/src/testing/state-diagram.ts';

const packages = join(import.meta.dirname, '..', 'packages');

for (const name of readdirSync(packages)) {
  const machineFile = join(packages, name, 'src', 'machine.ts');
  if (!existsSync(machineFile)) continue;
  const exported: Record<string, unknown> = await import(machineFile);
  const machine = Object.values(exported).find(
    (value) => typeof value === 'object' && value !== null && 'root' in value,
  );
  if (!machine) continue;
  const readmeFile = join(packages, name, 'README.md');
  const readme = readFileSync(readmeFile, 'utf8');
  const drawn = `\`\`\`mermaid\n${stateDiagram(machine as Parameters<typeof stateDiagram>[0])}\n\`\`\``; // it has a root state
  writeFileSync(
    readmeFile,
    readme.replace(/^```mermaid\nstateDiagram-v2.*?^```/ms, () => drawn),
  );
  console.log(`${name}: drawn`);
}
