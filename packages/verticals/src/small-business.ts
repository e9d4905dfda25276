import { atTheDesk, atTheKiosk, inTheLead } from './capabilities.ts';
import { defineVertical } from './vertical.ts';

const weekday = [{ from: '09:00', to: '18:00' }];
const saturday = [{ from: '09:00', to: '14:00' }];

/** A craft firm with a shop. */
export const smallBusiness = defineVertical({
  name: 'small-business',
  title: { de: 'Kleiner Betrieb', en: 'Small business' },
  words: {
    de: {
      office: 'Büro',
      visitor: 'Besucher:in',
      visit: 'Besuch',
      host: 'Berater:in',
      reception: 'Verkauf',
      kiosk: {
        greeting: 'Willkommen bei uns',
        whomToSee: 'Zu wem möchten Sie?',
        purpose: 'Was können wir für Sie tun?',
        privacyNotice:
          'Wir speichern Ihren Namen, zu wem Sie möchten, Ihr Anliegen und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Nur unser Team sieht es. Sie können sich genauso gern persönlich im Verkauf melden.',
        checkedIn: 'Danke. Wir sind gleich bei Ihnen.',
        pleaseSeeStaff: 'Bitte wenden Sie sich an unseren Verkauf.',
      },
    },
    en: {
      office: 'Office',
      visitor: 'Visitor',
      visit: 'Visit',
      host: 'Advisor',
      reception: 'Sales counter',
      kiosk: {
        greeting: 'Welcome',
        whomToSee: 'Whom would you like to see?',
        purpose: 'What can we do for you?',
        privacyNotice:
          'We keep your name, whom you would like to see, what you came for, and when you come and go. We need this to receive you and to know who is in the building in an emergency. Only our team sees it. You are just as welcome to check in with a person at the sales counter.',
        checkedIn: 'Thank you. We will be with you in a moment.',
        pleaseSeeStaff: 'Please see our sales counter.',
      },
    },
  },
  roles: {
    receptionist: { title: { de: 'Verkauf, Empfang', en: 'Counter staff' }, capabilities: atTheDesk },
    lead: { title: { de: 'Inhaber:in', en: 'Owner' }, capabilities: inTheLead },
  },
  kiosk: { capabilities: atTheKiosk },
  policy: {
    visits: {
      hostReminderMinutes: 1,
      deskToldMinutes: 1,
      keepDays: 30,
      badge: 'none',
      labels: [],
      purposes: [
        { id: 'pickUp', label: { de: 'Etwas abholen', en: 'Pick something up' } },
        { id: 'consultation', label: { de: 'Beratung', en: 'Consultation' } },
      ],
    },
    messages: { quiet: { from: '20:00', until: '07:00' }, keepDays: 30, namesVisitors: true },
  },
  organisation: {
    office: {
      name: 'Tischlerei Beispiel & Sample',
      zone: 'Europe/Berlin',
      country: 'DE',
      state: 'BY',
      region: 'KATH',
      language: 'de',
      hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: saturday, sun: [] },
      mail: 'tischlerei@example.com',
      deskMail: 'laden@example.com',
    },
    site: { name: 'Werkstatt und Laden', address: ['Beispielgasse 12', '00001 Musterstadt'] },
    closingDays: [{ from: '12-27', to: '12-31', reason: 'Betriebsferien' }],
    staff: {
      monika: {
        name: { given: 'Monika', family: 'Beispielhölzl' },
        receivesVisitors: true,
        mail: 'monika.beispielhoelzl@example.com',
      },
      sepp: {
        name: { given: 'Sepp', family: 'Mustergruber' },
        receivesVisitors: true,
        mail: 'sepp.mustergruber@example.com',
      },
      luigi: {
        name: { given: 'Luigi', family: 'Probelli' },
        receivesVisitors: true,
        mail: 'luigi.probelli@example.com',
      },
      kerstin: {
        name: { given: 'Kerstin', family: 'Musterweiß' },
        receivesVisitors: true,
        mail: 'kerstin.musterweiss@example.com',
      },
      tuelay: {
        name: { given: 'Tülay', family: 'Beispielkaya' },
        receivesVisitors: false,
        mail: 'tuelay.beispielkaya@example.com',
      },
      max: {
        name: { given: 'Max', family: 'Probelehner' },
        receivesVisitors: false,
        mail: 'max.probelehner@example.com',
      },
    },
  },
  sample: {
    expected: [
      { at: '09:30', visitor: { given: 'Hannelore', family: 'Musterbäck' }, host: 'monika', purpose: 'consultation' },
      { at: '10:00', visitor: { given: 'Robert', family: 'Sampleton' }, host: 'luigi', purpose: 'consultation' },
      { at: '11:15', visitor: { given: 'Erika', family: 'Probesüß' }, company: 'Beispiel & Sample', host: 'kerstin' },
    ],
    walkIns: [
      { at: '09:40', visitor: { given: 'Yusuf', family: 'Mustertürk' }, host: 'sepp', purpose: 'pickUp' },
      { at: '13:05', visitor: { given: 'Paula', family: 'Beispielau' }, host: 'luigi', purpose: 'consultation' },
    ],
    barred: [
      { name: { given: 'Norbert', family: 'Probefaust' }, reason: 'Hausverbot nach Streit im Laden. Inhaberin rufen.' },
    ],
  },
});
