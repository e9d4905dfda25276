import { actor } from '@front-office/kernel/testing';
import type { GoldenScenes } from '../../../../test/support/golden-stage.ts';
import { dayExceptions, offices, sites, staffMembers } from '../../src/index.ts';

const lead = actor('lead', 'policies.change', 'staff.invite');

const morning = [{ from: '08:00', to: '12:00' }];
const practice = {
  name: 'Praxis Dr. Beispielmüller',
  zone: 'Europe/Berlin',
  country: 'DE',
  state: 'BE',
  language: 'de' as const,
  hours: { mon: morning, tue: morning, wed: morning, thu: morning, fri: morning, sat: [], sun: [] },
};
const house = { name: 'Hauptpraxis', address: ['Musterstraße 1', '00001 Musterstadt'] };
const anna = {
  name: { title: 'Dr.', given: 'Anna', family: 'Beispielmüller' },
  site: '0b6f0a52-7c1e-5a39-9d51-3f2a8c4e6b71',
  receivesVisitors: true,
  active: true,
  mail: 'anna.beispielmueller@example.com',
};
const outing = { date: '2026-07-02', ranges: [], reason: 'Betriebsausflug' };

/** Each record as it is entered, and as a change leaves it. */
export const golden: GoldenScenes = {
  definitions: [offices, sites, staffMembers, dayExceptions],
  at: '2026-06-30T09:00:00+02:00',
  ports: {},
  ends: {},
  scenes: {
    office: {
      entered: (on) => on.does(lead, offices, 'create', { ...practice, mail: 'praxis@example.com' }),
      async changed(on) {
        const office = await on.does(lead, offices, 'create', practice);
        return on.does(
          lead,
          offices,
          'change',
          { ...practice, state: 'BY', region: 'KATH', deskMail: 'anmeldung@example.com' },
          office,
        );
      },
    },
    site: {
      entered: (on) => on.does(lead, sites, 'create', house),
      async changed(on) {
        const site = await on.does(lead, sites, 'create', house);
        return on.does(lead, sites, 'change', { ...house, hours: practice.hours }, site);
      },
    },
    staffMember: {
      entered: (on) => on.does(lead, staffMembers, 'create', anna),
      async 'has-left'(on) {
        const member = await on.does(lead, staffMembers, 'create', anna);
        return on.does(
          lead,
          staffMembers,
          'change',
          { ...anna, receivesVisitors: false, active: false, mail: null },
          member,
        );
      },
    },
    dayException: {
      entered: (on) => on.does(lead, dayExceptions, 'create', outing),
      async withdrawn(on) {
        const day = await on.does(lead, dayExceptions, 'create', outing);
        return on.does(lead, dayExceptions, 'change', { ...outing, withdrawn: true }, day);
      },
    },
  },
};
