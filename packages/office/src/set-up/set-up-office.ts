import type { Office } from '../create-office.ts';
import { demoPlan } from './demo-plan.ts';
import { carryOut, type StaffIds } from './plan.ts';

/** Sets an office up from the samples of its kind; answers staff ids by the short names that they use. It can be repeated. */
export const setUpOffice = (office: Office, id: string): Promise<StaffIds> =>
  carryOut(office, id, demoPlan(office.vertical, office.now()));
