// npm run backup: writes a backup of the office, which may be open meanwhile.
import { runOfficeProgram } from './office-program.mjs';

await runOfficeProgram('backup');
