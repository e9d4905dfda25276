import { atTheKiosk } from '../bundles.ts';
import { technologyPolicy } from '../technology-policy.ts';
import { defineVertical } from '../vertical.ts';
import { roles } from './roles.ts';
import { words } from './words.ts';

const morning = { from: '08:00', to: '12:00' };
const afternoon = { from: '15:00', to: '18:00' };

/** A practice of two physicians. The kiosk never asks why somebody comes: the next in line reads along. */
export const medical = defineVertical({
  name: 'medical',
  title: { de: 'Arztpraxis', en: 'Medical practice' },
  words,
  roles,
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
    ...technologyPolicy,
  },
  organisation: {
    ownRights: 'another_person',
    pairs: [],
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
    departments: {
      frontDesk: { name: 'Anmeldung', head: 'sabine' },
      consultation: { name: 'Sprechstunde', head: 'anna' },
      lab: { name: 'Labor', head: 'aylin' },
      billing: { name: 'Abrechnung', head: 'sabine' },
      prescriptions: { name: 'Rezepte', head: 'aylin' },
    },
    rooms: {
      counter: { name: 'Anmeldung', kind: 'reception', department: 'frontDesk' },
      waiting: { name: 'Wartezimmer', kind: 'waiting', department: 'frontDesk' },
      consultation1: { name: 'Sprechzimmer 1', kind: 'consultation', department: 'consultation' },
      consultation2: { name: 'Sprechzimmer 2', kind: 'consultation', department: 'consultation' },
      lab: { name: 'Labor', kind: 'other', department: 'lab' },
      office: { name: 'Büro', kind: 'office', department: 'billing' },
    },
    staff: {
      anna: {
        name: { title: 'Dr.', given: 'Anna', family: 'Beispielmüller' },
        receivesVisitors: true,
        mail: 'anna.beispielmueller@example.com',
        rights: { level: 'lead', roles: [{ role: 'owner' }, { role: 'physician' }] },
        deputies: ['joerg'],
        department: 'consultation',
        room: 'consultation1',
      },
      joerg: {
        name: { title: 'Dr.', given: 'Jörg', family: 'Probeßmann' },
        receivesVisitors: true,
        mail: 'joerg.probessmann@example.com',
        rights: { level: 'lead', roles: [{ role: 'physician' }] },
        deputies: ['anna'],
        department: 'consultation',
        room: 'consultation2',
      },
      sabine: {
        name: { given: 'Sabine', family: 'Mustergrün' },
        receivesVisitors: true,
        mail: 'sabine.mustergruen@example.com',
        rights: { level: 'lead', roles: [{ role: 'lead' }] },
        deputies: ['aylin'],
        department: 'billing',
        room: 'office',
      },
      aylin: {
        name: { given: 'Aylin', family: 'Beispieloğlu' },
        receivesVisitors: true,
        mail: 'aylin.beispieloglu@example.com',
        rights: { level: 'senior', roles: [{ role: 'receptionist' }] },
        deputies: ['lena', 'sabine'],
        department: 'lab',
        room: 'lab',
      },
      lena: {
        name: { given: 'Lena', family: 'Probebach' },
        receivesVisitors: false,
        mail: 'lena.probebach@example.com',
        rights: { level: 'qualified', roles: [{ role: 'receptionist' }] },
        deputies: ['aylin', 'sabine'],
        department: 'frontDesk',
        room: 'counter',
      },
      pawel: {
        name: { given: 'Paweł', family: 'Musterowski' },
        receivesVisitors: false,
        mail: 'pawel.musterowski@example.com',
        rights: { level: 'qualified', roles: [{ role: 'records-clerk' }] },
        deputies: ['aylin'],
        department: 'billing',
        room: 'office',
      },
      zoe: {
        name: { given: 'Zoë', family: 'Beispielbrück' },
        receivesVisitors: false,
        mail: 'zoe.beispielbrueck@example.com',
        rights: { level: 'trainee', roles: [{ role: 'receptionist' }] },
        deputies: [],
        department: 'frontDesk',
        room: 'counter',
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
    absences: [{ staff: 'joerg', from: '13:00', until: '18:00', deputy: 'anna' }],
    barred: [
      {
        name: { given: 'Bernd', family: 'Probezorn' },
        reason: 'Hausverbot nach Bedrohung an der Anmeldung. Praxisleitung rufen.',
      },
    ],
  },
  demo: { signIns: ['anna', 'sabine', 'lena', 'pawel', 'zoe'], receptionist: 'lena' },
});
