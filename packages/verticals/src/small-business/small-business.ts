import { atTheKiosk } from '../bundles.ts';
import { technologyPolicy } from '../technology-policy.ts';
import { defineVertical } from '../vertical.ts';
import { roles } from './roles.ts';
import { words } from './words.ts';

const weekday = [{ from: '09:00', to: '18:00' }];
const saturday = [{ from: '09:00', to: '14:00' }];

/** A craft firm with a shop. */
export const smallBusiness = defineVertical({
  name: 'small-business',
  title: { de: 'Kleiner Betrieb', en: 'Small business' },
  words,
  roles,
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
    ...technologyPolicy,
  },
  organisation: {
    ownRights: 'with_reason',
    pairs: [],
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
    departments: {
      sales: { name: 'Verkauf', head: 'kerstin' },
      workshop: { name: 'Werkstatt', head: 'sepp' },
      delivery: { name: 'Lieferung', head: 'sepp' },
      office: { name: 'Büro', head: 'monika' },
    },
    rooms: {
      shop: { name: 'Laden', kind: 'reception', department: 'sales' },
      advice: { name: 'Beratungsecke', kind: 'consultation', department: 'sales' },
      workshop: { name: 'Werkstatt', kind: 'other', department: 'workshop' },
      office: { name: 'Büro', kind: 'office', department: 'office' },
    },
    staff: {
      monika: {
        name: { given: 'Monika', family: 'Beispielhölzl' },
        receivesVisitors: true,
        mail: 'monika.beispielhoelzl@example.com',
        rights: {
          level: 'lead',
          roles: [{ role: 'owner' }, { role: 'lead' }, { role: 'office-clerk' }, { role: 'receptionist' }],
        },
        deputies: ['kerstin'],
        department: 'office',
        room: 'office',
      },
      sepp: {
        name: { given: 'Sepp', family: 'Mustergruber' },
        receivesVisitors: true,
        mail: 'sepp.mustergruber@example.com',
        rights: { level: 'senior', roles: [] },
        deputies: ['luigi'],
        department: 'workshop',
        room: 'workshop',
      },
      luigi: {
        name: { given: 'Luigi', family: 'Probelli' },
        receivesVisitors: true,
        mail: 'luigi.probelli@example.com',
        rights: { level: 'qualified', roles: [{ role: 'receptionist' }] },
        deputies: ['sepp'],
        department: 'workshop',
        room: 'workshop',
      },
      kerstin: {
        name: { given: 'Kerstin', family: 'Musterweiß' },
        receivesVisitors: true,
        mail: 'kerstin.musterweiss@example.com',
        rights: { level: 'lead', roles: [{ role: 'lead' }] },
        deputies: ['tuelay'],
        department: 'sales',
        room: 'shop',
      },
      tuelay: {
        name: { given: 'Tülay', family: 'Beispielkaya' },
        receivesVisitors: false,
        mail: 'tuelay.beispielkaya@example.com',
        rights: { level: 'senior', roles: [{ role: 'office-clerk' }, { role: 'receptionist' }] },
        deputies: ['monika'],
        department: 'office',
        room: 'office',
      },
      max: {
        name: { given: 'Max', family: 'Probelehner' },
        receivesVisitors: false,
        mail: 'max.probelehner@example.com',
        rights: { level: 'trainee', roles: [{ role: 'receptionist' }] },
        deputies: [],
        department: 'sales',
        room: 'shop',
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
    absences: [{ staff: 'kerstin', from: '13:00', until: '18:00', deputy: 'tuelay' }],
    barred: [
      { name: { given: 'Norbert', family: 'Probefaust' }, reason: 'Hausverbot nach Streit im Laden. Inhaberin rufen.' },
    ],
  },
  demo: { signIns: ['monika', 'tuelay', 'max'], receptionist: 'tuelay' },
});
