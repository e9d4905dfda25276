import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import type { OrganisationPorts } from './ports.ts';
import { dayExceptions, departments, offices, rooms, sites, staffMembers } from './records.ts';
import { absences, owners, roles, staffRights } from './rights/records.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

/** The office itself, as an office composes it. It has records only, so no tables of its own. */
export const organisationModule = defineModule<OrganisationPorts>({
  name: 'organisation',
  definitions: [offices, sites, departments, rooms, staffMembers, dayExceptions, roles, staffRights, owners, absences],
  routes,
  words: { de, en },
  migrations: null,
});
