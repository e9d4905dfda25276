import type { OrganisationWords } from './words.ts';

export const de: OrganisationWords = {
  refusals: {
    holidays_unknown: ({ place }) =>
      `Für „${place}“ ist kein Feiertagskalender bekannt. Es wurde nichts gespeichert. Bitte prüfen Sie Land, Bundesland und Region.`,
  },
  records: { office: 'Büro', site: 'Standort', staffMember: 'Teammitglied', dayException: 'Besonderer Tag' },
};
