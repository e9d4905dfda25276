import type { PersonName } from './person-name.ts';

/** As one speaks of the person: `Dr. Anna Beispielmüller`. */
export const displayName = ({ title, given, family }: PersonName): string =>
  [title, given, family].filter(Boolean).join(' ');

/** As the person stands in an alphabetical list: `Beispielmüller, Anna`. A title does not sort. */
export const sortName = ({ given, family }: PersonName): string => (given ? `${family}, ${given}` : family);
