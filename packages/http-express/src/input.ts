import { refuse } from '@front-office/kernel';

/** A field given twice: in the query, or in the path and in the body as well. */
export const repeatedField = (name: string) => ({
  refused: refuse('input_invalid', { fields: [`${name}: repeated`] }),
});
