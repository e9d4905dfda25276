import { join } from 'node:path';
import { describeGolden } from '../../../test/support/golden.ts';
import { golden } from './golden/scenes.ts';

describeGolden(join(import.meta.dirname, 'golden'), golden);
