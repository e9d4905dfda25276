// Planted: a machine that reads a file.
import { readFileSync } from 'node:fs';

export const machine = () => readFileSync('machine.json', 'utf8');
