import { atTheDesk, atTheKiosk, inTheLead } from './capabilities.ts';
import { defineVertical } from './vertical.ts';

const schoolDay = [{ from: '07:15', to: '14:00' }];
const longDay = [{ from: '07:15', to: '16:00' }];

/**
 * A school office. Collecting a child is no purpose that the kiosk offers: it is not a visit, and who may collect whom is
 * for a person to check.
 */
export const school = defineVertical({
  name: 'school',
  title: { de: 'Schulsekretariat', en: 'School office' },
  words: {
    de: {
      office: 'Sekretariat',
      visitor: 'Besucher:in',
      visit: 'Besuch',
      host: 'Lehrkraft',
      reception: 'Sekretariat',
      kiosk: {
        greeting: 'Willkommen in unserer Schule',
        whomToSee: 'Wen möchten Sie sprechen?',
        purpose: 'Was führt Sie zu uns?',
        privacyNotice:
          'Wir speichern Ihren Namen, wen Sie sprechen möchten, den Anlass und wann Sie kommen und gehen. Wir brauchen das, damit wir wissen, wer in der Schule ist, auch im Notfall. Nur unser Team sieht es. Wenn Sie ein Kind abholen oder sich lieber persönlich melden möchten, kommen Sie bitte ins Sekretariat.',
        checkedIn: 'Danke. Bitte warten Sie hier, wir holen Sie ab.',
        pleaseSeeStaff: 'Bitte wenden Sie sich an unser Sekretariat.',
      },
    },
    en: {
      office: 'School office',
      visitor: 'Visitor',
      visit: 'Visit',
      host: 'Teacher',
      reception: 'School office',
      kiosk: {
        greeting: 'Welcome to our school',
        whomToSee: 'Whom would you like to speak with?',
        purpose: 'What brings you here?',
        privacyNotice:
          'We keep your name, whom you would like to speak with, the purpose, and when you come and go. We need this so that we know who is in the school, also in an emergency. Only our team sees it. If you are here to collect a child, or would rather check in with a person, please come to the school office.',
        checkedIn: 'Thank you. Please wait here; we will come for you.',
        pleaseSeeStaff: 'Please see our staff.',
      },
    },
  },
  roles: {
    receptionist: { title: { de: 'Schulsekretär:in', en: 'School secretary' }, capabilities: atTheDesk },
    lead: { title: { de: 'Schulleitung', en: 'Principal' }, capabilities: inTheLead },
  },
  kiosk: { capabilities: atTheKiosk },
  policy: {
    visits: {
      hostReminderMinutes: 1,
      deskToldMinutes: 1,
      keepDays: 30,
      badge: 'print',
      labels: [{ id: 'custody', label: { de: 'Sorgerechtsvermerk', en: 'Custody note' } }],
      purposes: [
        { id: 'conference', label: { de: 'Gespräch', en: 'Conference' } },
        { id: 'enrollment', label: { de: 'Anmeldung eines Kindes', en: 'Enrollment of a child' } },
        { id: 'documents', label: { de: 'Unterlagen', en: 'Documents' } },
        { id: 'delivery', label: { de: 'Lieferung', en: 'Delivery' } },
        { id: 'repair', label: { de: 'Handwerk, Wartung', en: 'Repair, maintenance' } },
        { id: 'other', label: { de: 'Etwas anderes', en: 'Something else' } },
      ],
    },
    messages: { quiet: { from: '20:00', until: '07:00' }, keepDays: 30, namesVisitors: true },
  },
  organisation: {
    office: {
      name: 'Gesamtschule Beispielstadt',
      zone: 'Europe/Berlin',
      country: 'DE',
      state: 'NW',
      language: 'de',
      hours: { mon: schoolDay, tue: schoolDay, wed: schoolDay, thu: longDay, fri: schoolDay, sat: [], sun: [] },
      mail: 'schule@example.com',
      deskMail: 'sekretariat@example.com',
    },
    site: { name: 'Hauptgebäude', address: ['Schulweg 3', '00001 Beispielstadt'] },
    closingDays: [
      { from: '01-02', to: '01-03', reason: 'Sekretariat in den Weihnachtsferien geschlossen' },
      { from: '12-23', to: '12-31', reason: 'Sekretariat in den Weihnachtsferien geschlossen' },
    ],
    staff: {
      katharina: {
        name: { given: 'Katharina', family: 'Musterschön' },
        receivesVisitors: true,
        mail: 'katharina.musterschoen@example.com',
      },
      mehmet: {
        name: { given: 'Mehmet', family: 'Beispielgül' },
        receivesVisitors: true,
        mail: 'mehmet.beispielguel@example.com',
      },
      birgit: {
        name: { given: 'Birgit', family: 'Probeweiß' },
        receivesVisitors: true,
        mail: 'birgit.probeweiss@example.com',
      },
      lukas: {
        name: { given: 'Lukas', family: 'Musterfeld' },
        receivesVisitors: true,
        mail: 'lukas.musterfeld@example.com',
      },
      emma: { name: { given: 'Emma', family: "O'Example" }, receivesVisitors: true, mail: 'emma.oexample@example.com' },
      juergen: {
        name: { given: 'Jürgen', family: 'Beispielhaus' },
        receivesVisitors: true,
        mail: 'juergen.beispielhaus@example.com',
      },
      svetlana: {
        name: { given: 'Svetlana', family: 'Probenova' },
        receivesVisitors: false,
        mail: 'svetlana.probenova@example.com',
      },
      doris: {
        name: { given: 'Doris', family: 'Beispielbüttel' },
        receivesVisitors: false,
        mail: 'doris.beispielbuettel@example.com',
      },
    },
  },
  sample: {
    expected: [
      { at: '08:00', visitor: { given: 'Olena', family: 'Musterenko' }, host: 'katharina', purpose: 'enrollment' },
      { at: '09:30', visitor: { given: 'Peter', family: 'Beispielfürst' }, host: 'mehmet', purpose: 'conference' },
      { at: '10:00', visitor: { given: 'Gül', family: 'Probeyıldız' }, host: 'birgit', purpose: 'conference' },
      {
        at: '11:00',
        visitor: { given: 'Stefan', family: 'Musterrohr' },
        company: 'Beispiel & Sample',
        host: 'juergen',
        purpose: 'repair',
      },
      { at: '13:15', visitor: { given: 'Ana', family: 'Sampleton-Peña' }, host: 'lukas', purpose: 'conference' },
    ],
    walkIns: [
      { at: '07:50', visitor: { given: 'Inge', family: 'Beispielgroß' }, host: 'katharina', purpose: 'documents' },
      { at: '12:20', visitor: { given: 'Tom', family: 'Musterbote' }, host: 'juergen', purpose: 'delivery' },
    ],
    barred: [
      {
        name: { given: 'Holger', family: 'Probestreit' },
        reason: 'Hausverbot der Schulleitung. Nicht einlassen, Schulleitung und eine zweite Person rufen.',
      },
    ],
  },
});
