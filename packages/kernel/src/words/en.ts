import type { KernelRefusalCode, RefusalWords } from '../refusal.ts';

/** What happened, that nothing was lost, what to do now. */
export const en: RefusalWords<KernelRefusalCode> = {
  not_permitted: () =>
    'You do not have the permission for this. Nothing was changed. Please ask a colleague who has it.',
  not_found: () =>
    'There is no such entry in this office. Nothing was changed. Please check the link, or look in the list.',
  not_now: () =>
    'This is not possible any more, because the entry has moved on. Nothing was lost. Please look at it again and choose from what is offered now.',
  input_invalid: ({ fields }) =>
    `Something in the form is missing or not right (${listed(fields)}). Nothing was saved. Please correct it and send it again.`,
  request_reused: () =>
    'This request number was already used for something else. The first one stands, this one was not carried out. Please send it again under a new number.',
  busy: () => 'Too many people are working on this entry at once. Nothing was lost. Please try again in a moment.',
};

const listed = (fields: unknown) => (Array.isArray(fields) ? fields.join(', ') : String(fields));
