import { atTheDesk, atTheKiosk, inTheLead } from './capabilities.ts';
import { defineVertical } from './vertical.ts';

const longDay = [{ from: '08:30', to: '17:30' }];
const friday = [{ from: '08:30', to: '15:00' }];

/** A law firm. That somebody is a client is itself confidential, so the kiosk asks no more than whether it is a delivery. */
export const legal = defineVertical({
  name: 'legal',
  title: { de: 'Kanzlei', en: 'Law office' },
  words: {
    de: {
      office: 'Kanzlei',
      visitor: 'Besucher:in',
      visit: 'Besprechung',
      host: 'Sachbearbeiter:in',
      reception: 'Empfang',
      kiosk: {
        greeting: 'Willkommen in unserer Kanzlei',
        whomToSee: 'Wer erwartet Sie?',
        purpose: 'Bringen Sie nur eine Lieferung?',
        privacyNotice:
          'Wir speichern Ihren Namen, wer Sie erwartet und wann Sie kommen und gehen. Wir brauchen das, um Sie zu empfangen und im Notfall zu wissen, wer im Haus ist. Auch dass Sie bei uns sind, behandeln wir vertraulich: Niemand außer unserem Team sieht es. Sie können sich genauso gern persönlich am Empfang melden.',
        checkedIn: 'Danke. Bitte nehmen Sie Platz, Sie werden persönlich abgeholt.',
        pleaseSeeStaff: 'Bitte wenden Sie sich an unseren Empfang.',
      },
    },
    en: {
      office: 'Law firm',
      visitor: 'Visitor',
      visit: 'Meeting',
      host: 'Responsible attorney',
      reception: 'Reception',
      kiosk: {
        greeting: 'Welcome to our law firm',
        whomToSee: 'Who is expecting you?',
        purpose: 'Are you only bringing a delivery?',
        privacyNotice:
          'We keep your name, who is expecting you, and when you come and go. We need this to receive you and to know who is in the building in an emergency. That you are here is itself confidential with us: nobody but our team sees it. You are just as welcome to check in with a person at reception.',
        checkedIn: 'Thank you. Please take a seat; somebody will come for you.',
        pleaseSeeStaff: 'Please see our reception.',
      },
    },
  },
  roles: {
    receptionist: { title: { de: 'ReFa Empfang', en: 'Legal receptionist' }, capabilities: atTheDesk },
    lead: { title: { de: 'Bürovorsteher:in', en: 'Office manager' }, capabilities: inTheLead },
  },
  kiosk: { capabilities: atTheKiosk },
  policy: {
    visits: {
      hostReminderMinutes: 1,
      deskToldMinutes: 1,
      keepDays: 30,
      badge: 'none',
      labels: [{ id: 'sequestered', label: { de: 'Abgeschirmte Akte', en: 'Sequestered matter' } }],
      purposes: [{ id: 'delivery', label: { de: 'Ja, nur eine Lieferung', en: 'Yes, only a delivery' } }],
    },
    messages: { quiet: { from: '20:00', until: '07:00' }, keepDays: 30, namesVisitors: false },
  },
  organisation: {
    office: {
      name: 'Kanzlei Musterberg & Beispielstein',
      zone: 'Europe/Berlin',
      country: 'DE',
      state: 'HH',
      language: 'de',
      hours: { mon: longDay, tue: longDay, wed: longDay, thu: longDay, fri: friday, sat: [], sun: [] },
      mail: 'kanzlei@example.com',
      deskMail: 'empfang@example.com',
    },
    site: { name: 'Kanzlei', address: ['Musterallee 7', '00001 Musterstadt'] },
    closingDays: [{ from: '12-27', to: '12-31', reason: 'Kanzlei zwischen den Jahren geschlossen' }],
    staff: {
      henrike: {
        name: { title: 'Dr.', given: 'Henrike', family: 'Musterberg' },
        receivesVisitors: true,
        mail: 'henrike.musterberg@example.com',
      },
      oemer: {
        name: { given: 'Ömer', family: 'Beispielstein' },
        receivesVisitors: true,
        mail: 'oemer.beispielstein@example.com',
      },
      felix: {
        name: { given: 'Felix', family: 'Probeneuß' },
        receivesVisitors: true,
        mail: 'felix.probeneuss@example.com',
      },
      martina: {
        name: { given: 'Martina', family: 'Musterjäger' },
        receivesVisitors: true,
        mail: 'martina.musterjaeger@example.com',
      },
      chiara: {
        name: { given: 'Chiara', family: 'Beispielotti' },
        receivesVisitors: false,
        mail: 'chiara.beispielotti@example.com',
      },
      uwe: { name: { given: 'Uwe', family: 'Probekühn' }, receivesVisitors: false, mail: 'uwe.probekuehn@example.com' },
    },
  },
  sample: {
    expected: [
      { at: '09:00', visitor: { given: 'Ruth', family: 'Mustergärtner' }, host: 'henrike' },
      { at: '09:30', visitor: { given: 'Dieter', family: 'Beispielstraßer' }, host: 'oemer' },
      { at: '11:00', visitor: { given: 'Alice', family: 'Sampleton' }, company: 'Beispiel & Sample', host: 'felix' },
      { at: '14:00', visitor: { given: 'Jan', family: 'Probehuis' }, host: 'henrike' },
    ],
    walkIns: [
      { at: '09:10', visitor: { given: 'Kurt', family: 'Beispielbote' }, host: 'martina', purpose: 'delivery' },
      { at: '10:40', visitor: { given: 'Nadia', family: 'Musterlang' }, host: 'oemer' },
    ],
    barred: [
      {
        name: { given: 'Ralf', family: 'Probegrimm' },
        reason: 'Hausverbot nach Drohungen im Empfang. Kanzleileitung rufen.',
      },
    ],
  },
});
