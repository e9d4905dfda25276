import { library } from '../../tsup.base.ts';

export default library(['src/main.ts', 'src/backup.ts', 'src/restore.ts', 'src/move.ts', 'src/export-log.ts']);
