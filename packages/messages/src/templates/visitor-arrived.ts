import type { Template } from './template.ts';

/** To the host: the visitor is here. */
export const visitorArrived: Template = {
  hasLapsed: ({ waiting }) => !waiting,
  wordings: {
    de: ({ visitor, moment }) => ({
      subject: 'Ihr Besuch ist da',
      paragraphs: [
        `Ihr Besuch ist ${moment} angekommen und wartet am Empfang auf Sie.`,
        visitor && `Es wartet: ${visitor}`,
      ],
    }),
    en: ({ visitor, moment }) => ({
      subject: 'Your visitor is here',
      paragraphs: [
        `Your visitor arrived ${moment} and is waiting for you at the front desk.`,
        visitor && `Waiting: ${visitor}`,
      ],
    }),
  },
};
