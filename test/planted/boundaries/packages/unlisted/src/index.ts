// Planted: a package that never said what it may import.
export { site } from '../../organisation/src/index.ts';
