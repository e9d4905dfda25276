export { type Addressee, addressBook, type House } from './address-book.ts';
export { calendarOf, type OpenOffice, officeAt, officeHours } from './calendar.ts';
export { type Host, hostDirectory } from './directory.ts';
export { type HolidayPlace, isHolidayPlace, publicHolidayOn } from './holidays.ts';
export { organisationModule } from './module.ts';
export { dayExceptions, offices, sites, staffMembers } from './records.ts';
export { DayException, MailAddress, Office, Site, SiteId, StaffId, StaffMember } from './schema.ts';
