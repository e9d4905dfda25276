import type { Template } from './template.ts';

/** To the host: an announced visitor did not come. It stays true, so it never lapses. */
export const visitorDidNotCome: Template = {
  hasLapsed: () => false,
  wordings: {
    de: ({ visitor, moment }) => ({
      subject: 'Ihr Besuch ist nicht gekommen',
      paragraphs: [
        `Ihr Besuch war ${moment} angemeldet und ist an diesem Tag nicht gekommen.`,
        visitor && `Erwartet wurde: ${visitor}`,
      ],
    }),
    en: ({ visitor, moment }) => ({
      subject: 'Your visitor did not come',
      paragraphs: [`Your visitor was expected ${moment} and did not come that day.`, visitor && `Expected: ${visitor}`],
    }),
  },
};
