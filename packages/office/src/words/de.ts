import type { OfficeWords } from './words.ts';

export const de: OfficeWords = {
  refusals: {
    has_left: () =>
      'Diese Person arbeitet nicht mehr hier. Es wurde nichts geändert. Wenn sie zurückkommt, tragen Sie das bitte zuerst bei ihr ein.',
  },
};
