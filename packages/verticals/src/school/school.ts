import { atTheKiosk } from '../bundles.ts';
import { technologyPolicy } from '../technology-policy.ts';
import { defineVertical } from '../vertical.ts';
import { roles } from './roles.ts';
import { words } from './words.ts';

const schoolDay = [{ from: '07:15', to: '14:00' }];
const longDay = [{ from: '07:15', to: '16:00' }];

/**
 * A school office. Collecting a child is no purpose that the kiosk offers: it is not a visit, and who may collect whom is
 * for a person to check.
 */
export const school = defineVertical({
  name: 'school',
  title: { de: 'Schulsekretariat', en: 'School office' },
  words,
  roles,
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
    ...technologyPolicy,
  },
  organisation: {
    ownRights: 'another_person',
    pairs: [],
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
    departments: {
      office: { name: 'Sekretariat', head: 'svetlana' },
      grades: { name: 'Jahrgänge', head: 'birgit' },
      counseling: { name: 'Beratung', head: 'lukas' },
      nurse: { name: 'Schulgesundheit', head: 'svetlana' },
      afterSchool: { name: 'Ganztag', head: 'mehmet' },
      caretaker: { name: 'Hausmeisterei', head: 'juergen' },
    },
    rooms: {
      office: { name: 'Sekretariat', kind: 'reception', department: 'office' },
      waiting: { name: 'Wartebereich', kind: 'waiting', department: 'office' },
      principal: { name: 'Schulleitung', kind: 'office' },
      administration: { name: 'Verwaltung', kind: 'office', department: 'office' },
      teachers: { name: 'Lehrerzimmer', kind: 'other' },
      counseling: { name: 'Beratungszimmer', kind: 'consultation', department: 'counseling' },
      conferences: { name: 'Besprechungszimmer', kind: 'meeting' },
      caretaker: { name: 'Hausmeisterei', kind: 'other', department: 'caretaker' },
    },
    staff: {
      katharina: {
        name: { given: 'Katharina', family: 'Musterschön' },
        receivesVisitors: true,
        mail: 'katharina.musterschoen@example.com',
        rights: { level: 'lead', roles: [{ role: 'owner' }] },
        deputies: ['birgit', 'mehmet'],
        room: 'principal',
      },
      mehmet: {
        name: { given: 'Mehmet', family: 'Beispielgül' },
        receivesVisitors: true,
        mail: 'mehmet.beispielguel@example.com',
        rights: { level: 'lead', roles: [{ role: 'lead' }] },
        deputies: ['birgit'],
        department: 'afterSchool',
        room: 'teachers',
      },
      birgit: {
        name: { given: 'Birgit', family: 'Probeweiß' },
        receivesVisitors: true,
        mail: 'birgit.probeweiss@example.com',
        rights: { level: 'lead', roles: [{ role: 'lead' }] },
        deputies: ['svetlana'],
        department: 'grades',
        room: 'administration',
      },
      lukas: {
        name: { given: 'Lukas', family: 'Musterfeld' },
        receivesVisitors: true,
        mail: 'lukas.musterfeld@example.com',
        rights: { level: 'qualified', roles: [] },
        deputies: ['mehmet'],
        department: 'counseling',
        room: 'counseling',
      },
      emma: {
        name: { given: 'Emma', family: "O'Example" },
        receivesVisitors: true,
        mail: 'emma.oexample@example.com',
        rights: { level: 'qualified', roles: [{ role: 'registrar' }] },
        deputies: ['svetlana'],
        department: 'office',
        room: 'administration',
      },
      juergen: {
        name: { given: 'Jürgen', family: 'Beispielhaus' },
        receivesVisitors: true,
        mail: 'juergen.beispielhaus@example.com',
        rights: { level: 'qualified', roles: [] },
        deputies: [],
        department: 'caretaker',
        room: 'caretaker',
      },
      svetlana: {
        name: { given: 'Svetlana', family: 'Probenova' },
        receivesVisitors: false,
        mail: 'svetlana.probenova@example.com',
        rights: { level: 'senior', roles: [{ role: 'receptionist' }] },
        deputies: ['emma', 'birgit'],
        department: 'office',
        room: 'office',
      },
      doris: {
        name: { given: 'Doris', family: 'Beispielbüttel' },
        receivesVisitors: false,
        mail: 'doris.beispielbuettel@example.com',
        rights: { level: 'trainee', roles: [{ role: 'receptionist' }] },
        deputies: [],
        department: 'office',
        room: 'office',
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
    absences: [{ staff: 'mehmet', from: '13:00', until: '16:00', deputy: 'birgit' }],
    barred: [
      {
        name: { given: 'Holger', family: 'Probestreit' },
        reason: 'Hausverbot der Schulleitung. Nicht einlassen, Schulleitung und eine zweite Person rufen.',
      },
    ],
  },
  demo: { signIns: ['katharina', 'birgit', 'svetlana', 'emma', 'doris'], receptionist: 'svetlana' },
});
