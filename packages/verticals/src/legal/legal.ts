import { atTheKiosk } from '../bundles.ts';
import { technologyPolicy } from '../technology-policy.ts';
import { defineVertical } from '../vertical.ts';
import { roles } from './roles.ts';
import { words } from './words.ts';

const longDay = [{ from: '08:30', to: '17:30' }];
const friday = [{ from: '08:30', to: '15:00' }];

/** A law firm. That somebody is a client is itself confidential, so the kiosk asks no more than whether it is a delivery. */
export const legal = defineVertical({
  name: 'legal',
  title: { de: 'Kanzlei', en: 'Law office' },
  words,
  roles,
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
    ...technologyPolicy,
  },
  organisation: {
    ownRights: 'another_person',
    pairs: [],
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
    departments: {
      reception: { name: 'Empfang', head: 'martina' },
      litigation: { name: 'Prozessführung', head: 'henrike' },
      family: { name: 'Familienrecht', head: 'oemer' },
      labor: { name: 'Arbeitsrecht', head: 'felix' },
      notary: { name: 'Notariat', head: 'henrike' },
      accounts: { name: 'Buchhaltung', head: 'martina' },
    },
    rooms: {
      reception: { name: 'Empfang', kind: 'reception', department: 'reception' },
      waiting: { name: 'Wartebereich', kind: 'waiting', department: 'reception' },
      // Two of them, since opponents never wait or meet in the same room.
      meeting1: { name: 'Besprechungsraum 1', kind: 'meeting' },
      meeting2: { name: 'Besprechungsraum 2', kind: 'meeting' },
      office1: { name: 'Büro 1', kind: 'office', department: 'litigation' },
      office2: { name: 'Büro 2', kind: 'office', department: 'family' },
      office3: { name: 'Büro 3', kind: 'office', department: 'labor' },
      secretariat: { name: 'Sekretariat', kind: 'office', department: 'accounts' },
    },
    staff: {
      henrike: {
        name: { title: 'Dr.', given: 'Henrike', family: 'Musterberg' },
        receivesVisitors: true,
        mail: 'henrike.musterberg@example.com',
        rights: { level: 'lead', roles: [{ role: 'owner' }, { role: 'attorney' }] },
        deputies: ['oemer'],
        department: 'litigation',
        room: 'office1',
      },
      oemer: {
        name: { given: 'Ömer', family: 'Beispielstein' },
        receivesVisitors: true,
        mail: 'oemer.beispielstein@example.com',
        rights: { level: 'lead', roles: [{ role: 'attorney' }] },
        deputies: ['felix', 'henrike'],
        department: 'family',
        room: 'office2',
      },
      felix: {
        name: { given: 'Felix', family: 'Probeneuß' },
        receivesVisitors: true,
        mail: 'felix.probeneuss@example.com',
        rights: { level: 'senior', roles: [{ role: 'attorney' }] },
        deputies: ['oemer'],
        department: 'labor',
        room: 'office3',
      },
      martina: {
        name: { given: 'Martina', family: 'Musterjäger' },
        receivesVisitors: true,
        mail: 'martina.musterjaeger@example.com',
        rights: { level: 'lead', roles: [{ role: 'lead' }] },
        deputies: ['chiara'],
        department: 'accounts',
        room: 'secretariat',
      },
      chiara: {
        name: { given: 'Chiara', family: 'Beispielotti' },
        receivesVisitors: false,
        mail: 'chiara.beispielotti@example.com',
        rights: { level: 'senior', roles: [{ role: 'receptionist' }, { role: 'legal-secretary' }] },
        deputies: ['martina'],
        department: 'reception',
        room: 'reception',
      },
      uwe: {
        name: { given: 'Uwe', family: 'Probekühn' },
        receivesVisitors: false,
        mail: 'uwe.probekuehn@example.com',
        rights: { level: 'trainee', roles: [{ role: 'receptionist' }] },
        deputies: [],
        department: 'reception',
        room: 'reception',
      },
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
    absences: [{ staff: 'oemer', from: '13:00', until: '17:30', deputy: 'felix' }],
    barred: [
      {
        name: { given: 'Ralf', family: 'Probegrimm' },
        reason: 'Hausverbot nach Drohungen im Empfang. Kanzleileitung rufen.',
      },
    ],
  },
  demo: { signIns: ['henrike', 'martina', 'chiara', 'uwe'], receptionist: 'chiara' },
});
