import type { CapabilityEntries } from './entry.ts';

export const technologyCapabilities = {
  'devices.manage': {
    group: 'devices',
    from: 'senior',
    reads: false,
    for: 'people',
    words: {
      de: 'Kioske und Tablets koppeln, einrichten und sperren',
      en: 'Pair, set up and revoke kiosks and tablets',
    },
  },
  'devices.self': {
    group: 'devices',
    from: 'trainee',
    reads: false,
    for: 'devices',
    words: { de: 'Sich melden und die eigenen Einstellungen holen', en: 'Report in and fetch its own settings' },
  },
  'devices.pair': {
    group: 'devices',
    from: 'trainee',
    reads: false,
    for: 'system',
    words: {
      de: 'Das Gerät koppeln, an dem der Code eingegeben wurde',
      en: 'Pair the device at which the code was typed',
    },
  },
  'integrations.manage': {
    group: 'integrations',
    from: 'lead',
    reads: false,
    for: 'people',
    words: {
      de: 'Dienstkonten, Schlüssel und Webhooks verwalten',
      en: 'Look after service accounts, keys and webhooks',
    },
  },
  'integrations.deliver': {
    group: 'integrations',
    from: 'trainee',
    reads: false,
    for: 'system',
    words: { de: 'Ereignisse an Webhooks zustellen', en: 'Deliver events to webhooks' },
  },
} as const satisfies CapabilityEntries;
