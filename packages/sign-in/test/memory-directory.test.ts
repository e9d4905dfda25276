import { describeDirectory } from '../src/testing/directory-behaviour.ts';
import { MemoryDirectory } from '../src/testing/memory-directory.ts';

describeDirectory('MemoryDirectory', async () => new MemoryDirectory());
