import { verticals } from '@front-office/verticals';
import { hostId } from '@front-office/visits/testing';
import type { Host, Welcome } from '../../src/state.ts';

/** What the kiosk of this kind of office is told at its start. */
const welcomeTo = ({ organisation, policy, words }: (typeof verticals)[keyof typeof verticals]): Welcome => ({
  office: organisation.office.name,
  zone: organisation.office.zone as Welcome['zone'], // the vertical's is one, or its office could not be set up
  language: organisation.office.language,
  purposes: policy.visits.purposes,
  words: { de: words.de.kiosk, en: words.en.kiosk },
});

export const practice = welcomeTo(verticals.medical);
export const school = welcomeTo(verticals.school);
export const host: Host = { id: hostId('Probeßmann'), name: 'Dr. Jörg Probeßmann' };
