import type { Template } from './template.ts';

/** To the host: the visitor still waits. */
export const hostReminded: Template = {
  hasLapsed: ({ waiting }) => !waiting,
  wordings: {
    de: ({ visitor, sinceMoment }) => ({
      subject: 'Ihr Besuch wartet noch',
      paragraphs: [
        `Ihr Besuch wartet ${sinceMoment} am Empfang. Bitte holen Sie ihn ab, oder geben Sie dem Empfang Bescheid.`,
        visitor && `Es wartet: ${visitor}`,
      ],
    }),
    en: ({ visitor, sinceMoment }) => ({
      subject: 'Your visitor is still waiting',
      paragraphs: [
        `Your visitor has been waiting at the front desk ${sinceMoment}. Please come, or let the front desk know.`,
        visitor && `Waiting: ${visitor}`,
      ],
    }),
  },
};
