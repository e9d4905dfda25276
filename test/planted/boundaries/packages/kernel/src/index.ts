// Planted: and the kernel imports values again, which makes a circle.
import * as values from '../../values/src/index.ts';

export const kernel = () => Object.keys(values);
