import { actor } from '@front-office/kernel/testing';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import {
  dayExceptions,
  departments,
  offices,
  organisationModule,
  rooms,
  sites,
  staffMembers,
} from '../../src/index.ts';
import { rightsPorts, rightsScenes } from './rights-scenes.ts';

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
  receivesVisitors: true,
  active: true,
  mail: 'anna.beispielmueller@example.com',
};
const emil = { name: { given: 'Emil', family: 'Mustermeier' }, receivesVisitors: true, active: true };
const outing = { date: '2026-07-02', ranges: [], reason: 'Betriebsausflug' };

const laboratory = { name: 'Labor' };
const room = { name: 'Sprechzimmer 1', kind: 'consultation' } as const;

const ourHouse = (on: GoldenStage) => on.does(lead, sites, 'create', house);

/** Each record as it is entered, and as a change leaves it. */
export const golden: GoldenScenes = {
  definitions: organisationModule.definitions,
  at: '2026-06-30T09:00:00+02:00',
  ports: rightsPorts,
  ends: {},
  scenes: {
    ...rightsScenes,
    office: {
      entered: (on) => on.does(lead, offices, 'create', { ...practice, kind: 'medical', mail: 'praxis@example.com' }),
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
      entered: ourHouse,
      async changed(on) {
        const site = await ourHouse(on);
        return on.does(lead, sites, 'change', { ...house, hours: practice.hours }, site);
      },
    },
    department: {
      entered: async (on) => on.does(lead, departments, 'create', { ...laboratory, site: await ourHouse(on) }),
      async withdrawn(on) {
        const site = await ourHouse(on);
        const head = await on.does(lead, staffMembers, 'create', { ...anna, site });
        const department = await on.does(lead, departments, 'create', { ...laboratory, site, head });
        return on.does(lead, departments, 'change', { ...laboratory, site, head, withdrawn: true }, department);
      },
    },
    room: {
      entered: async (on) => on.does(lead, rooms, 'create', { ...room, site: await ourHouse(on) }),
      async withdrawn(on) {
        const site = await ourHouse(on);
        const department = await on.does(lead, departments, 'create', { ...laboratory, site });
        const own = await on.does(lead, rooms, 'create', { ...room, site, department });
        return on.does(lead, rooms, 'change', { ...room, site, department, withdrawn: true }, own);
      },
    },
    staffMember: {
      async entered(on) {
        const site = await ourHouse(on);
        const department = await on.does(lead, departments, 'create', { ...laboratory, site });
        const own = await on.does(lead, rooms, 'create', { ...room, site, department });
        const colleague = await on.does(lead, staffMembers, 'create', { ...emil, site });
        const placed = { site, departments: [department], room: own };
        return on.does(lead, staffMembers, 'create', {
          ...anna,
          ...placed,
          deputies: [colleague],
          successor: colleague,
        });
      },
      async 'has-left'(on) {
        const site = await ourHouse(on);
        const successor = await on.does(lead, staffMembers, 'create', { ...emil, site });
        const member = await on.does(lead, staffMembers, 'create', { ...anna, site });
        const left = { ...anna, site, receivesVisitors: false, active: false, mail: null, successor };
        return on.does(lead, staffMembers, 'change', left, member);
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
