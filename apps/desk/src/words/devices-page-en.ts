import type { DevicesPageWords } from './devices-page.ts';

export const devicesPageEn: DevicesPageWords = {
  link: 'Devices',
  title: 'Devices',
  intro: 'The kiosks, tablets and displays of this office.',
  none: 'No device has been entered yet.',
  back: 'To the devices',
  kind: 'Kind',
  name: 'Name',
  nameHint: 'By which you know it, such as “Kiosk at the entrance”.',
  nameMissing: 'Please give the device a name.',
  pairing: 'Pairing',
  pairingHelp: 'Open the address of the kiosk at the device, and type this code there.',
  showCode: 'Show a code',
  anotherCode: 'Show another code',
  until: (time) => `Good once, until ${time}.`,
  revokeHint: 'Within a minute the device may do nothing any more, for good.',
  done: {
    rename: 'The device has another name now.',
    configure: 'Set. The device follows it within a minute.',
    revoke: 'Revoked. The device may do nothing any more.',
  },
  yes: 'Yes',
  no: 'No',
};
