export { type Addressee, addressBook, type House } from './address-book.ts';
export { calendarOf, type OpenOffice, officeAt, officeHours } from './calendar.ts';
export { type Host, hostDirectory } from './directory.ts';
export { type HolidayPlace, isHolidayPlace, publicHolidayOn } from './holidays.ts';
export { organisationModule } from './module.ts';
export { officeKind } from './office-kind.ts';
export { placeKnown } from './places.ts';
export type { OrganisationPorts, RightsPolicy } from './ports.ts';
export { dayExceptions, departments, offices, rooms, sites, staffMembers } from './records.ts';
export { type Level, levels } from './rights/levels.ts';
export { absences, owners, roles, staffRights } from './rights/records.ts';
export { type AskingRights, type Because, type ReadHere, type Rights, rightsOf } from './rights/rights-of.ts';
export { Absence, Owners, Role, StaffRights } from './rights/schema.ts';
export { type SecondPersonRule, secondPerson } from './rights/second-person.ts';
export { type WhoMay, whoMay } from './rights/who-may.ts';
export {
  DayException,
  Department,
  DepartmentId,
  MailAddress,
  Office,
  Room,
  RoomId,
  RoomKind,
  Site,
  SiteId,
  StaffId,
  StaffMember,
} from './schema.ts';
