import { capabilities, myRights, rightsOfStaff, whyNot } from './rights.ts';
import { stuck, tryAgain } from './stuck.ts';
import { visitorsToday } from './visitors-today.ts';
import { welcome } from './welcome.ts';
import { whoSaw } from './who-saw.ts';

/** The routes that join several packages. */
export const viewRoutes = [
  welcome,
  visitorsToday,
  stuck,
  tryAgain,
  whoSaw,
  capabilities,
  myRights,
  rightsOfStaff,
  whyNot,
] as const;
