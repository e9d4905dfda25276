import { atTheDesk, atTheKiosk, inTheLead } from '../src/bundles.ts';
import { auditor, ownerOf, roleOf } from '../src/roles.ts';
import { technologyPolicy } from '../src/technology-policy.ts';
import { defineVertical } from '../src/vertical.ts';

const morning = [{ from: '09:00', to: '12:00' }];

/** A fifth kind of office, as somebody would add it: nothing but this constant. */
export const parish = defineVertical({
  name: 'parish',
  title: { de: 'Pfarrbüro', en: 'Parish office' },
  words: {
    de: {
      office: 'Pfarrbüro',
      visitor: 'Besucher:in',
      visit: 'Besuch',
      host: 'Seelsorger:in',
      reception: 'Pfarrbüro',
      kiosk: {
        greeting: 'Willkommen im Pfarrbüro',
        whomToSee: 'Zu wem möchten Sie?',
        privacyNotice: 'Wir speichern Ihren Namen und wann Sie kommen und gehen. Nur unser Team sieht es.',
        checkedIn: 'Danke. Bitte nehmen Sie Platz.',
        pleaseSeeStaff: 'Bitte klingeln Sie im Pfarrbüro.',
      },
    },
    en: {
      office: 'Parish office',
      visitor: 'Visitor',
      visit: 'Visit',
      host: 'Pastor',
      reception: 'Parish office',
      kiosk: {
        greeting: 'Welcome to the parish office',
        whomToSee: 'Whom would you like to see?',
        privacyNotice: 'We keep your name and when you come and go. Only our team sees it.',
        checkedIn: 'Thank you. Please take a seat.',
        pleaseSeeStaff: 'Please ring at the parish office.',
      },
    },
  },
  roles: {
    receptionist: roleOf({ title: { de: 'Pfarrsekretär:in', en: 'Parish secretary' } }, atTheDesk),
    lead: roleOf({ title: { de: 'Verwaltungsleitung', en: 'Parish administrator' } }, inTheLead),
    owner: ownerOf({ title: { de: 'Pfarrer:in', en: 'Pastor' } }),
    auditor,
  },
  kiosk: { capabilities: atTheKiosk },
  policy: {
    visits: { hostReminderMinutes: 5, deskToldMinutes: 5, keepDays: 30, badge: 'none', purposes: [], labels: [] },
    messages: { quiet: { from: '20:00', until: '07:00' }, keepDays: 30, namesVisitors: true },
    ...technologyPolicy,
  },
  organisation: {
    ownRights: 'another_person',
    pairs: [],
    office: {
      name: 'Pfarrbüro Musterstadt',
      zone: 'America/New_York',
      country: 'US',
      state: 'NY',
      language: 'en',
      hours: { mon: [], tue: morning, wed: morning, thu: morning, fri: morning, sat: [], sun: [] },
      mail: 'parish@example.com',
      deskMail: 'office@example.com',
    },
    site: { name: 'Parish house', address: ['1 Example Street', 'Sampletown 00001'] },
    closingDays: [{ from: '12-31', to: '12-31', reason: 'Old year’s day' }],
    departments: {},
    rooms: { hall: { name: 'Parish hall', kind: 'meeting' } },
    staff: {
      june: {
        name: { given: 'June', family: 'Sampleton' },
        receivesVisitors: true,
        mail: 'june.sampleton@example.com',
        language: 'en',
        rights: { level: 'lead', roles: [{ role: 'owner' }, { role: 'lead' }] },
        deputies: [],
      },
      cole: {
        name: { given: 'Cole', family: 'Examplewood' },
        receivesVisitors: false,
        mail: 'cole.examplewood@example.com',
        language: 'en',
        rights: {
          level: 'trainee',
          roles: [{ role: 'receptionist' }, { role: 'auditor', from: '2026-11-01', until: '2026-11-30' }],
        },
        deputies: ['june'],
        room: 'hall',
      },
    },
  },
  sample: {
    expected: [{ at: '09:30', visitor: { given: 'Amy', family: 'Sampleby' }, host: 'june' }],
    walkIns: [{ at: '10:00', visitor: { given: 'Ray', family: "O'Example" }, host: 'june' }],
    absences: [{ staff: 'cole', from: '10:00', until: '11:00', deputy: 'june' }],
    barred: [{ name: { given: 'Guy', family: 'Examplestone' }, reason: 'Barred by the pastor.' }],
  },
  demo: { signIns: ['june', 'cole'], receptionist: 'cole' },
});
