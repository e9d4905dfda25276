import type { HttpWords } from './words.ts';

/** Was geschah, dass nichts verloren ist, was jetzt zu tun ist. */
export const de: HttpWords = {
  request_malformed: () =>
    'Das ist keine Anfrage, die HTTP kennt. Es wurde nichts geändert. Bitte prüfen Sie das Programm, das sie gesendet hat.',
  header_too_large: () =>
    'Die Adresse oder die Kopfzeilen dieser Anfrage sind zu lang. Es wurde nichts geändert. Bitte kürzen Sie sie.',
  too_slow: () =>
    'Die Anfrage ist nicht rechtzeitig vollständig angekommen. Es wurde nichts geändert. Bitte prüfen Sie die Verbindung und senden Sie sie noch einmal.',
  url_malformed: () =>
    'Die Adresse dieser Anfrage ist nicht richtig geschrieben. Es wurde nichts geändert. Bitte prüfen Sie den Link.',
  host_not_allowed: () =>
    'Unter diesem Rechnernamen antwortet der Server nicht. Es wurde nichts geändert. Bitte öffnen Sie ihn unter einer Adresse, für die er eingerichtet ist.',
  origin_not_allowed: () =>
    'Diese Anfrage kam von einer fremden Seite; nur Seiten dieses Servers dürfen das. Es wurde nichts geändert. Bitte öffnen Sie die Seite hier und versuchen Sie es noch einmal.',
  route_unknown: () => 'Unter dieser Adresse gibt es nichts. Es wurde nichts geändert. Bitte prüfen Sie den Link.',
  method_not_allowed: ({ allowed }) =>
    `Diese Adresse nimmt diese Art von Anfrage nicht an, nur ${listed(allowed)}. Es wurde nichts geändert. Bitte prüfen Sie das Programm, das sie gesendet hat.`,
  not_signed_in: () =>
    'Sie sind nicht angemeldet. Es wurde nichts geändert. Bitte melden Sie sich an und versuchen Sie es noch einmal.',
  session_locked: () =>
    'Dieser Platz ist gesperrt. Ihre Eingaben sind nicht verloren. Bitte geben Sie Ihre PIN ein oder melden Sie sich neu an.',
  second_proof_owed: () =>
    'Zur Anmeldung fehlt noch der zweite Nachweis. Es wurde nichts geändert. Bitte geben Sie Ihren Einmalcode ein.',
  no_office_chosen: () =>
    'Sie haben noch kein Büro gewählt. Es wurde nichts geändert. Bitte wählen Sie eines Ihrer Büros.',
  two_sign_ins: () =>
    'Diese Anfrage kommt mit zwei Anmeldungen zugleich. Es wurde nichts geändert. Bitte senden Sie entweder das Cookie oder den Schlüssel.',
  too_many_requests: () =>
    'Das waren zu viele Anfragen in kurzer Zeit. Es wurde nichts geändert. Bitte warten Sie eine Minute und versuchen Sie es noch einmal.',
  idempotency_key_missing: () =>
    'Diese Anfrage hat keinen Idempotency-Key und ließe sich nicht gefahrlos wiederholen. Es wurde nichts geändert. Bitte senden Sie sie mit einem solchen Schlüssel.',
  idempotency_key_invalid: () =>
    'Der Idempotency-Key muss 1 bis 100 druckbare ASCII-Zeichen ohne Doppelpunkt haben und genau einmal angegeben sein. Es wurde nichts geändert. Bitte senden Sie einen anderen, etwa eine zufällige UUID.',
  content_type_unsupported: () =>
    'Der Inhalt einer Anfrage muss JSON in UTF-8 sein, nicht komprimiert. Es wurde nichts geändert. Bitte senden Sie ihn als application/json.',
  body_too_large: ({ mostBytes }) =>
    `Der Inhalt dieser Anfrage ist zu groß, mehr als ${String(mostBytes)} Bytes. Es wurde nichts geändert. Bitte senden Sie weniger.`,
  body_malformed: () =>
    'Der Inhalt dieser Anfrage ist kein JSON-Objekt in UTF-8. Es wurde nichts geändert. Bitte berichtigen Sie ihn und senden Sie ihn noch einmal.',
  body_too_deep: ({ mostDepth }) =>
    `Der Inhalt dieser Anfrage ist mehr als ${String(mostDepth)} Ebenen tief verschachtelt. Es wurde nichts geändert. Bitte senden Sie ihn flacher.`,
  store_away: () =>
    'Die Datenbank ist gerade nicht erreichbar. Nichts, was bestätigt wurde, ist verloren. Bitte senden Sie dieselbe Anfrage gleich noch einmal.',
  store_has_no_sql: () =>
    'Diese Liste braucht eine Datenbank, und dieser Server behält alles nur im Arbeitsspeicher. Es ist nichts verloren. Bitte starten Sie den Server mit einer PostgreSQL-Datenbank.',
  internal: ({ id }) =>
    `Hier ist etwas schiefgegangen, das nicht schiefgehen darf. Nichts, was bestätigt wurde, ist verloren. Bitte versuchen Sie es noch einmal; bleibt es dabei, nennen Sie der Person, die diesen Server betreut, die Nummer ${String(id)}.`,
};

const listed = (allowed: unknown) => (Array.isArray(allowed) ? allowed.join(', ') : String(allowed));
