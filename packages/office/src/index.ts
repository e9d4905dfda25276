export {
  type Access,
  type AccessOptions,
  accessOf,
  type LetIn,
  type NotYet,
  type Shown,
} from './access/authenticate.ts';
export { type AccountMail, type AccountMailOptions, accountMail, type Senders } from './account-mail.ts';
export {
  createOffice,
  modules,
  type Office,
  type OfficeDoors,
  type OfficeOptions,
  type OfficeRoutes,
} from './create-office.ts';
export { type DemoDay, type DemoOptions, fillDemoDay } from './demo-day.ts';
export type { DoorServices } from './doors/services.ts';
export { kindOf } from './kind.ts';
export { type OfficePorts, officePorts } from './ports.ts';
export { OwnOffice, setUpOwnOffice } from './set-up/own-office.ts';
export type { StaffIds } from './set-up/plan.ts';
export { setUpOffice } from './set-up/set-up-office.ts';
export { viewRoutes } from './views/index.ts';
