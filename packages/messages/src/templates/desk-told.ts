import type { Template } from './template.ts';

/** To the desk: nobody has come for the visitor. */
export const deskTold: Template = {
  hasLapsed: ({ waiting }) => !waiting,
  wordings: {
    de: ({ visitor, host, sinceMoment }) => ({
      subject: 'Ein Besuch wartet noch',
      paragraphs: [
        `Ein Besuch wartet ${sinceMoment} am Empfang und wurde noch nicht abgeholt. Bitte sehen Sie nach ihm.`,
        `Erwartet wird er von: ${host}`,
        visitor && `Es wartet: ${visitor}`,
      ],
    }),
    en: ({ visitor, host, sinceMoment }) => ({
      subject: 'A visitor is still waiting',
      paragraphs: [
        `A visitor has been waiting at the front desk ${sinceMoment}, and nobody has come yet. Please look after them.`,
        `Here to see: ${host}`,
        visitor && `Waiting: ${visitor}`,
      ],
    }),
  },
};
