import type { OrganisationWords } from './words.ts';

export const en: OrganisationWords = {
  refusals: {
    holidays_unknown: ({ place }) =>
      `No calendar of holidays is known for “${place}”. Nothing was saved. Please check country, state and region.`,
  },
  records: { office: 'Office', site: 'Site', staffMember: 'Staff member', dayException: 'Special day' },
};
