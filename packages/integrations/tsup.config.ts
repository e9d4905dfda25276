import { library } from '../../tsup.base.ts';

export default library(['src/index.ts', 'src/contract.ts', 'src/words/index.ts', 'src/testing.ts']);
