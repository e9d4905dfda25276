import type { CapabilityEntries } from './entry.ts';

export const officeCapabilities = {
  'office.read': {
    group: 'office',
    from: 'trainee',
    reads: true,
    for: 'people',
    words: { de: 'Angaben und Öffnungszeiten des Büros sehen', en: 'See the office’s details and opening hours' },
  },
  'office.repair': {
    group: 'office',
    from: 'qualified',
    reads: false,
    for: 'people',
    words: { de: 'Sehen, was stecken blieb, und es neu versuchen', en: 'See what got stuck and try it again' },
  },
  'policies.change': {
    group: 'office',
    from: 'lead',
    reads: false,
    for: 'people',
    words: {
      de: 'Angaben, Öffnungszeiten, Standorte und Räume des Büros ändern',
      en: 'Change the office’s details, opening hours, sites and rooms',
    },
  },
  'audit.read': {
    group: 'office',
    from: 'lead',
    reads: true,
    for: 'people',
    words: { de: 'Nachsehen, wer einen Eintrag angesehen hat', en: 'See who looked at a record' },
  },
  'messages.send': {
    group: 'messages',
    from: 'trainee',
    reads: false,
    for: 'people',
    words: {
      de: 'Nachrichten senden und sehen, was aus ihnen wurde',
      en: 'Send messages and see what became of them',
    },
  },
  'messages.deliver': {
    group: 'messages',
    from: 'trainee',
    reads: false,
    for: 'system',
    words: { de: 'Nachrichten zustellen', en: 'Deliver messages' },
  },
} as const satisfies CapabilityEntries;
