import { library } from '../../tsup.base.ts';

/** `main` is the program of an auditor, `index` the library. */
export default library(['src/index.ts', 'src/main.ts']);
