import type { RightsWords } from './rights.ts';

const list = (names: unknown) => (Array.isArray(names) ? names.join(', ') : String(names));

export const rightsDe: RightsWords = {
  role_key_taken: () =>
    'Eine Rolle mit diesem Kürzel gibt es schon. Es wurde nichts gespeichert. Bitte wählen Sie ein anderes Kürzel oder ändern Sie die vorhandene Rolle.',
  role_key_stays: ({ key }) =>
    `Das Kürzel „${key}“ einer Rolle bleibt, wie es ist. Es wurde nichts geändert. Bitte ändern Sie nur die Bezeichnung.`,
  too_many_roles: ({ most }) =>
    `Mehr als ${most} Rollen kann ein Büro nicht zugleich verwenden. Es wurde nichts gespeichert. Bitte nehmen Sie zuerst eine zurück, die niemand mehr braucht.`,
  capability_unknown: ({ capabilities }) =>
    `Diese Rechte gibt es hier nicht: ${list(capabilities)}. Es wurde nichts gespeichert. Bitte wählen Sie aus der Liste.`,
  only_reading: ({ capabilities }) =>
    `Diese Rolle darf nur lesen. Nicht dazu passen: ${list(capabilities)}. Es wurde nichts gespeichert. Bitte nehmen Sie diese Rechte heraus.`,
  own_rights: () =>
    'Niemand gibt sich selbst mehr Rechte. Es wurde nichts geändert. Bitte fragen Sie eine andere Person, die Rechte vergeben darf.',
  reason_needed: () =>
    'Dafür braucht es eigentlich eine zweite Person. Es wurde nichts geändert. Sie können es auch allein tun, wenn Sie den Grund dazuschreiben.',
  second_person_needed: () =>
    'Diesen zweiten Schritt muss eine andere Person tun. Es wurde nichts geändert. Bitte fragen Sie jemanden aus dem Team.',
  too_early: ({ from }) =>
    `Das dürfen Sie selbst erst mit etwas Abstand bestätigen, frühestens um ${from}. Es wurde nichts geändert. Eine andere Person kann es sofort tun.`,
  rights_exist: () =>
    'Für diese Person sind schon Rechte eingetragen. Es wurde nichts geändert. Bitte ändern Sie die vorhandenen.',
  rights_stay_with: () =>
    'Rechte bleiben bei der Person, für die sie eingetragen sind. Es wurde nichts geändert. Bitte tragen Sie für die andere Person eigene ein.',
  role_unknown: ({ role }) =>
    `Die Rolle „${role}“ gibt es hier nicht mehr oder noch nicht. Es wurde nichts gespeichert. Bitte wählen Sie eine aus der Liste.`,
  role_needs_an_end: ({ role, days }) =>
    `Die Rolle „${role}“ gilt nur auf Zeit, höchstens ${days} Tage. Es wurde nichts gespeichert. Bitte geben Sie einen letzten Tag an.`,
  owners_exist: () =>
    'Wem das Büro gehört, ist schon eingetragen. Es wurde nichts geändert. Bitte ändern Sie den vorhandenen Eintrag.',
  owner_only: () =>
    'Inhaberinnen und Inhaber kann nur eintragen, wer selbst dazugehört. Es wurde nichts geändert. Bitte fragen Sie eine von ihnen.',
  last_owner: () =>
    'Jemand, dem das Büro schon gehört und der hier arbeitet, muss dabeibleiben. Es wurde nichts geändert. Bitte nehmen Sie die neue Person zuerst dazu und tragen Sie die bisherige danach aus.',
  owner_stays: () =>
    'Diese Person ist als Inhaber:in eingetragen und kann deshalb nicht ausscheiden. Es wurde nichts geändert. Bitte tragen Sie zuerst ein, wem das Büro künftig gehört.',
  not_oneself: () =>
    'Niemand vertritt sich selbst oder übernimmt die eigene Arbeit. Es wurde nichts gespeichert. Bitte wählen Sie jemand anderen.',
  absence_too_long: ({ days }) =>
    `Eine Abwesenheit dauert hier höchstens ${days} Tage. Es wurde nichts gespeichert. Bitte teilen Sie sie auf.`,
  not_a_deputy: () =>
    'Diese Person ist nicht als Vertretung eingetragen. Es wurde nichts gespeichert. Bitte wählen Sie eine Vertretung aus der Liste, oder lassen Sie das Feld leer.',
  not_for_own_gain: () =>
    'Wer eine Abwesenheit meldet, kann nicht selbst die Vertretung werden. Es wurde nichts gespeichert. Bitte lassen Sie jemand anderen die Abwesenheit eintragen, oder melden Sie sie ohne Vertretung.',
};
