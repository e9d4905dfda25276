import * as z from 'zod';

/** Done after the commit. The job names its case, so a badge needs nothing else: no personal data waits in a queue. */
export const effects = {
  printBadge: z.strictObject({}),
};
