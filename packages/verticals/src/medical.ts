import { atTheDesk, atTheKiosk, inTheLead } from './capabilities.ts';
import { defineVertical } from './vertical.ts';

const morning = { from: '08:00', to: '12:00' };
const afternoon = { from: '15:00', to: '18:00' };

/** A practice of two physicians. The kiosk never asks why somebody comes: the next in line reads along. */
export const medical = defineVertical({
  name: 'medical',
  title: { de: 'Arztpraxis', en: 'Medical practice' },
  words: {
    de: {
      office: 'Praxis',
      visitor: 'Besucher:in',
      visit: 'Besuch',
      host: 'Behandler:in',
      reception: 'Anmeldung',
      kiosk: {
        greeting: 'Willkommen in unserer Praxis',
        whomToSee: 'Zu wem möchten Sie?',
        privacyNotice:
          'Wir speichern Ihren Namen, zu wem Sie möchten und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Nur unser Team sieht es; nach dem Grund Ihres Besuchs fragt dieses Gerät nicht. Sie können sich genauso gern persönlich an der Anmeldung melden.',
        checkedIn: 'Danke, Sie sind angemeldet. Bitte nehmen Sie im Wartezimmer Platz.',
        pleaseSeeStaff: 'Bitte wenden Sie sich an unsere Anmeldung.',
      },
    },
    en: {
      office: 'Practice',
      visitor: 'Visitor',
      visit: 'Visit',
      host: 'Provider',
      reception: 'Front desk',
      kiosk: {
        greeting: 'Welcome to our practice',
        whomToSee: 'Whom would you like to see?',
        privacyNotice:
          'We keep your name, whom you would like to see, and when you come and go. We need this to receive you and to know who is in the building in an emergency. Only our team sees it, and this device does not ask why you are here. You are just as welcome to check in with a person at the front desk.',
        checkedIn: 'Thank you, you are checked in. Please take a seat in the waiting room.',
        pleaseSeeStaff: 'Please see our front desk.',
      },
    },
  },
  roles: {
    receptionist: { title: { de: 'MFA Anmeldung', en: 'Medical receptionist' }, capabilities: atTheDesk },
    lead: { title: { de: 'Praxismanager:in', en: 'Practice manager' }, capabilities: inTheLead },
  },
  kiosk: { capabilities: atTheKiosk },
  policy: {
    visits: {
      hostReminderMinutes: 1,
      deskToldMinutes: 1,
      keepDays: 30,
      badge: 'none',
      purposes: [],
      labels: [{ id: 'vip', label: { de: 'Bekannte Person', en: 'VIP patient' } }],
    },
    messages: { quiet: { from: '20:00', until: '07:00' }, keepDays: 30, namesVisitors: false },
  },
  organisation: {
    office: {
      name: 'Praxis Dr. Beispielmüller und Dr. Probeßmann',
      zone: 'Europe/Berlin',
      country: 'DE',
      state: 'BE',
      language: 'de',
      hours: {
        mon: [morning, afternoon],
        tue: [morning, afternoon],
        wed: [morning],
        thu: [morning, afternoon],
        fri: [morning],
        sat: [],
        sun: [],
      },
      mail: 'praxis@example.com',
      deskMail: 'anmeldung@example.com',
    },
    site: { name: 'Praxis', address: ['Musterstraße 1', '00001 Musterstadt'] },
    closingDays: [{ from: '12-24', to: '12-31', reason: 'Praxisferien, Vertretung: Praxis Dr. Musterkamp' }],
    staff: {
      anna: {
        name: { title: 'Dr.', given: 'Anna', family: 'Beispielmüller' },
        receivesVisitors: true,
        mail: 'anna.beispielmueller@example.com',
      },
      joerg: {
        name: { title: 'Dr.', given: 'Jörg', family: 'Probeßmann' },
        receivesVisitors: true,
        mail: 'joerg.probessmann@example.com',
      },
      sabine: {
        name: { given: 'Sabine', family: 'Mustergrün' },
        receivesVisitors: true,
        mail: 'sabine.mustergruen@example.com',
      },
      aylin: {
        name: { given: 'Aylin', family: 'Beispieloğlu' },
        receivesVisitors: true,
        mail: 'aylin.beispieloglu@example.com',
      },
      lena: {
        name: { given: 'Lena', family: 'Probebach' },
        receivesVisitors: false,
        mail: 'lena.probebach@example.com',
      },
      pawel: {
        name: { given: 'Paweł', family: 'Musterowski' },
        receivesVisitors: false,
        mail: 'pawel.musterowski@example.com',
      },
      zoe: {
        name: { given: 'Zoë', family: 'Beispielbrück' },
        receivesVisitors: false,
        mail: 'zoe.beispielbrueck@example.com',
      },
    },
  },
  sample: {
    expected: [
      { at: '08:15', visitor: { given: 'Käthe', family: 'Musterhöfer' }, host: 'anna' },
      { at: '08:30', visitor: { given: 'Ivan', family: 'Probewitsch' }, host: 'joerg' },
      { at: '09:45', visitor: { given: 'Rosa', family: 'Sampleton-Núñez' }, host: 'anna' },
      {
        at: '11:30',
        visitor: { given: 'Tim', family: 'Beispielreiter' },
        company: 'Beispiel & Sample',
        host: 'sabine',
      },
    ],
    walkIns: [
      { at: '08:20', visitor: { given: 'Günther', family: 'Beispielweiß' }, host: 'joerg' },
      { at: '10:05', visitor: { given: 'Mia', family: 'Mustersee' }, host: 'aylin' },
    ],
    barred: [
      {
        name: { given: 'Bernd', family: 'Probezorn' },
        reason: 'Hausverbot nach Bedrohung an der Anmeldung. Praxisleitung rufen.',
      },
    ],
  },
});
