import { library } from '../../tsup.base.ts';

/** One output file for each source file, so that a bundler can leave out zod or Temporal where nothing asks for them. */
export default library(['src/*.ts']);
