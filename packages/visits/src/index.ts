export { BarredPerson, barredPersons } from './barred.ts';
export { visitMachine } from './machine.ts';
export { visitsModule } from './module.ts';
export { PurposeId, VisitPolicy } from './policy.ts';
export type { Host, HostDirectory, OfficeHours, VisitPorts } from './ports.ts';
export { listVisits, VisitLine, type VisitPage, VisitQuery, visitPage } from './queries.ts';
export {
  BarredId,
  inputs as visitInputs,
  known as visitKnown,
  StaffId,
  Visit,
  type VisitCommand,
  type VisitFact,
  VisitId,
  VisitState,
} from './schema.ts';
export { visits } from './workflow.ts';
