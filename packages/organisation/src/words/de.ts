import { rightsDe } from './rights-de.ts';
import type { OrganisationWords } from './words.ts';

export const de: OrganisationWords = {
  refusals: {
    ...rightsDe,
    holidays_unknown: ({ place }) =>
      `Für „${place}“ ist kein Feiertagskalender bekannt. Es wurde nichts gespeichert. Bitte prüfen Sie Land, Bundesland und Region.`,
    site_unknown: () =>
      'Diesen Standort gibt es hier nicht. Es wurde nichts gespeichert. Bitte wählen Sie einen anderen.',
    department_unknown: () =>
      'Diese Abteilung gibt es hier nicht oder nicht mehr. Es wurde nichts gespeichert. Bitte wählen Sie eine andere.',
    room_unknown: () =>
      'Diesen Raum gibt es hier nicht oder nicht mehr. Es wurde nichts gespeichert. Bitte wählen Sie einen anderen.',
    staff_unknown: () =>
      'Diese Person arbeitet hier nicht oder nicht mehr. Es wurde nichts gespeichert. Bitte wählen Sie jemand anderen.',
    successor_unknown: () =>
      'Wer die offenen Aufgaben übernehmen soll, arbeitet hier nicht oder nicht mehr. Es wurde nichts gespeichert. Bitte wählen Sie jemand anderen oder niemanden.',
  },
  records: {
    office: 'Büro',
    site: 'Standort',
    department: 'Abteilung',
    room: 'Raum',
    staffMember: 'Teammitglied',
    dayException: 'Besonderer Tag',
    role: 'Rolle',
    staffRights: 'Rechte',
    owners: 'Inhaber',
    absence: 'Abwesenheit',
  },
  levels: {
    trainee: 'Auszubildende:r',
    qualified: 'Fachkraft',
    senior: 'Erfahrene Fachkraft',
    lead: 'Leitung',
  },
};
