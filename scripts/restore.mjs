// npm run restore: puts a backup in the place of the office; see docs/backup.md.
import { runOfficeProgram } from './office-program.mjs';

await runOfficeProgram('restore');
