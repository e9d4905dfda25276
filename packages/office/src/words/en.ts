import type { OfficeWords } from './words.ts';

export const en: OfficeWords = {
  refusals: {
    has_left: () =>
      'This person no longer works here. Nothing was changed. If they come back, please enter that with them first.',
  },
};
