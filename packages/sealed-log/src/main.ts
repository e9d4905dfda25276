#!/usr/bin/env node
import { verifyFile } from './command-line.ts';

const { exit, text } = await verifyFile(process.argv.slice(2));
process.stdout.write(`${text}\n`);
process.exitCode = exit;
