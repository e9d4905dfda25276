export { MemoryDirectory } from './testing/memory-directory.ts';
