import { join } from 'node:path';
import { stateDiagram } from '@front-office/kernel/testing';
import { expect, it } from 'vitest';
import { diagramsIn, programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';
import { deviceMachine } from '../src/index.ts';

const home = join(import.meta.dirname, '..');

it('the diagram in the README is the machine (pnpm diagrams draws it anew)', () => {
  expect(diagramsIn(home)).toEqual([stateDiagram(deviceMachine)]);
});

it.each(programsIn(home).map((code) => [code]))('the program in the README prints what it says', async (code) => {
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});
