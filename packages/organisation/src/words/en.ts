import { rightsEn } from './rights-en.ts';
import type { OrganisationWords } from './words.ts';

export const en: OrganisationWords = {
  refusals: {
    ...rightsEn,
    holidays_unknown: ({ place }) =>
      `No calendar of holidays is known for “${place}”. Nothing was saved. Please check country, state and region.`,
    site_unknown: () => 'There is no such site here. Nothing was saved. Please choose another one.',
    department_unknown: () =>
      'There is no such department here, or it is no longer in use. Nothing was saved. Please choose another one.',
    room_unknown: () =>
      'There is no such room here, or it is no longer in use. Nothing was saved. Please choose another one.',
    staff_unknown: () =>
      'This person does not work here, or no longer does. Nothing was saved. Please choose somebody else.',
    successor_unknown: () =>
      'Whoever is to take over the open work does not work here, or no longer does. Nothing was saved. Please choose somebody else, or nobody.',
  },
  records: {
    office: 'Office',
    site: 'Site',
    department: 'Department',
    room: 'Room',
    staffMember: 'Staff member',
    dayException: 'Special day',
    role: 'Role',
    staffRights: 'Rights',
    owners: 'Owners',
    absence: 'Absence',
  },
  levels: { trainee: 'Trainee', qualified: 'Qualified', senior: 'Senior', lead: 'Lead' },
};
