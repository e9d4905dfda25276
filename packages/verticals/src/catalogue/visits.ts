import type { CapabilityEntries } from './entry.ts';

export const visitCapabilities = {
  'hosts.search': {
    group: 'visits',
    from: 'trainee',
    reads: true,
    for: 'people',
    words: { de: 'Nachsehen, wer Besuch empfängt', en: 'Look up who receives visitors' },
  },
  'visits.read': {
    group: 'visits',
    from: 'trainee',
    reads: true,
    for: 'people',
    words: { de: 'Besuche und Hausverbote sehen', en: 'See visits and who is barred from the house' },
  },
  'visits.preregister': {
    group: 'visits',
    from: 'trainee',
    reads: false,
    for: 'people',
    words: { de: 'Besuche im Voraus anmelden', en: 'Announce visits in advance' },
  },
  'visits.receive': {
    group: 'visits',
    from: 'trainee',
    reads: false,
    for: 'people',
    words: {
      de: 'Besucherinnen und Besucher empfangen und verabschieden',
      en: 'Receive visitors and see them out',
    },
  },
  'visits.turnAway': {
    group: 'visits',
    from: 'qualified',
    reads: false,
    for: 'people',
    words: { de: 'Jemanden an der Tür abweisen', en: 'Turn somebody away at the door' },
  },
  'visits.keepBack': {
    group: 'visits',
    from: 'senior',
    reads: false,
    for: 'people',
    words: { de: 'Besuche als vertraulich kennzeichnen', en: 'Mark visits as confidential' },
  },
  'visits.bar': {
    group: 'visits',
    from: 'lead',
    reads: false,
    for: 'people',
    words: { de: 'Hausverbote aussprechen und aufheben', en: 'Bar people from the house and let them in again' },
  },
  'visits.checkInSelf': {
    group: 'visits',
    from: 'trainee',
    reads: false,
    for: 'devices',
    words: { de: 'Besucherinnen und Besucher sich selbst anmelden lassen', en: 'Let visitors check themselves in' },
  },
} as const satisfies CapabilityEntries;
