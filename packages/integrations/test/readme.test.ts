import { join } from 'node:path';
import { stateDiagram } from '@front-office/kernel/testing';
import { expect, it } from 'vitest';
import { diagramsIn, programsIn, promisedBy, runProgram } from '../../../test/support/readme.ts';
import { deliveryMachine, serviceAccountMachine, webhookMachine } from '../src/index.ts';

const home = join(import.meta.dirname, '..');

it('the diagrams in the README are the machines', () => {
  expect(diagramsIn(home)).toEqual([serviceAccountMachine, webhookMachine, deliveryMachine].map(stateDiagram));
});

it.each(programsIn(home).map((code) => [code]))('the program in the README prints what it says', async (code) => {
  expect(await runProgram(home, code)).toBe(promisedBy(code));
});
