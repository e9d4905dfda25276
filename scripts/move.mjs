// npm run move: takes the office into a PostgreSQL of one's own, or back; see docs/backup.md.
import { runOfficeProgram } from './office-program.mjs';

await runOfficeProgram('move');
