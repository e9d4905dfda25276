import type { VisitLine } from '@front-office/visits';

/** As one speaks of the person: `Dr. Anna Beispielmüller`. */
export const nameOf = ({ title, given, family }: VisitLine['visitor']): string =>
  [title, given, family].filter(Boolean).join(' ');
