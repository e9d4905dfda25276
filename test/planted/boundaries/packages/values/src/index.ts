// Planted: values, at the bottom of the house, import the kernel above them.
export { kernel } from '../../kernel/src/index.ts';
