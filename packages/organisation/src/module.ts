import { defineModule } from '@front-office/kernel';
import { routes } from './contract.ts';
import { dayExceptions, offices, sites, staffMembers } from './records.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

/** The office itself, as an office composes it. It has records only, so no tables of its own. */
export const organisationModule = defineModule({
  name: 'organisation',
  definitions: [offices, sites, staffMembers, dayExceptions],
  routes,
  words: { de, en },
  migrations: null,
});
