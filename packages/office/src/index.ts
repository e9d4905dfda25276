export {
  createOffice,
  modules,
  type Office,
  type OfficeOptions,
  type OfficeRoutes,
  viewRoutes,
} from './create-office.ts';
export { type DemoOptions, fillDemoDay } from './demo-day.ts';
export { type OfficePorts, officePorts } from './ports.ts';
export { type StaffIds, setUpOffice } from './set-up.ts';
