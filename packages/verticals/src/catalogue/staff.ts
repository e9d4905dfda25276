import type { CapabilityEntries } from './entry.ts';

export const staffCapabilities = {
  'staff.read': {
    group: 'staff',
    from: 'trainee',
    reads: true,
    for: 'people',
    words: { de: 'Sehen, wer hier arbeitet', en: 'See who works here' },
  },
  'roster.absence.report': {
    group: 'staff',
    from: 'trainee',
    reads: false,
    for: 'people',
    words: { de: 'Abwesenheiten melden', en: 'Report absences' },
  },
  'staff.invite': {
    group: 'staff',
    from: 'lead',
    reads: false,
    for: 'people',
    words: {
      de: 'Kolleginnen und Kollegen aufnehmen, einladen und verabschieden',
      en: 'Take colleagues on, invite them to sign in, and see them off',
    },
  },
  'capabilities.grant': {
    group: 'staff',
    from: 'lead',
    reads: false,
    for: 'people',
    words: { de: 'Rollen und Rechte geben und nehmen', en: 'Give and take away roles and rights' },
  },
  'staff.recover': {
    group: 'staff',
    from: 'lead',
    reads: false,
    for: 'people',
    words: {
      de: 'Kolleginnen und Kollegen einen Link geben, um sich wieder anzumelden',
      en: 'Hand a colleague a link to sign in again',
    },
  },
} as const satisfies CapabilityEntries;
