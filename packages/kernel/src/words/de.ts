import type { KernelRefusalCode, RefusalWords } from '../refusal.ts';

/** Was geschah, dass nichts verloren ist, was jetzt zu tun ist. */
export const de: RefusalWords<KernelRefusalCode> = {
  not_permitted: () =>
    'Dazu fehlt Ihnen die Berechtigung. Es wurde nichts geändert. Bitte wenden Sie sich an eine Kollegin oder einen Kollegen mit dieser Berechtigung.',
  not_found: () =>
    'Diesen Eintrag gibt es in diesem Büro nicht. Es wurde nichts geändert. Bitte prüfen Sie den Link oder suchen Sie in der Liste.',
  not_now: () =>
    'Das ist nicht mehr möglich, weil der Eintrag inzwischen weiter ist. Es ist nichts verloren. Bitte sehen Sie ihn noch einmal an und wählen Sie aus dem, was jetzt angeboten wird.',
  input_invalid: ({ fields }) =>
    `In den Angaben fehlt etwas oder stimmt etwas nicht (${listed(fields)}). Es wurde nichts gespeichert. Bitte berichtigen Sie es und senden Sie es noch einmal.`,
  request_reused: () =>
    'Diese Vorgangsnummer steht schon für etwas anderes. Das Erste gilt, dies hier wurde nicht ausgeführt. Bitte senden Sie es mit einer neuen Nummer.',
  busy: () =>
    'Zu viele arbeiten gerade gleichzeitig an diesem Eintrag. Es ist nichts verloren. Bitte versuchen Sie es gleich noch einmal.',
};

const listed = (fields: unknown) => (Array.isArray(fields) ? fields.join(', ') : String(fields));
