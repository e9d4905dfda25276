import type { DeviceWords } from './words.ts';

export const en: DeviceWords = {
  refusals: {
    device_name_taken: () =>
      'Another device here already has this name. Nothing was changed. Please choose another name.',
    place_unknown: () =>
      'There is no such site or room in this office. Nothing was changed. Please choose a place from the list.',
    pairing_over: () =>
      'The time for this code is over. The device is still on the list. Please have the front desk issue a new code.',
  },
  states: { offered: 'Waiting to be paired', lapsed: 'Code expired', paired: 'Paired', revoked: 'Revoked' },
  commands: {
    offer: 'Add a device',
    offerAgain: 'Issue a new code',
    pair: 'Pair',
    rename: 'Rename',
    place: 'Change its place',
    configure: 'Configure',
    revoke: 'Revoke',
  },
  facts: {
    deviceOffered: 'Pairing code issued',
    deviceOfferLapsed: 'Pairing code expired unused',
    devicePaired: 'Device paired',
    deviceRenamed: 'Device renamed',
    devicePlaced: 'Place of the device changed',
    deviceConfigured: 'Device configured',
    deviceRevoked: 'Device revoked',
  },
  timers: { pairingOver: 'End of the time for pairing' },
  kinds: { kiosk: 'Kiosk', tablet: 'Tablet', display: 'Display' },
  settings: {
    language: 'Language of the start screen',
    largePrint: 'Large print',
    highContrast: 'High contrast',
    idleSeconds: 'Seconds without a touch before it asks',
    purposesShown: 'Ask for the purpose of the visit',
  },
  reasons: {
    lost: 'Lost or stolen',
    broken: 'Broken',
    replaced: 'Replaced by another',
    unneeded: 'No longer needed',
    mistaken: 'The wrong device was paired',
  },
  silent:
    'This device has not been heard from for more than three minutes. Please check its power and network, and whether it is still in its place.',
};
