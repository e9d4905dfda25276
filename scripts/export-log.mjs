// npm run export-log: writes the sealed log of the office for whoever checks it; the office may be open meanwhile.
import { runOfficeProgram } from './office-program.mjs';

await runOfficeProgram('export-log');
