import type { RightsWords } from './rights.ts';

const list = (names: unknown) => (Array.isArray(names) ? names.join(', ') : String(names));

export const rightsEn: RightsWords = {
  role_key_taken: () =>
    'There is a role with this key already. Nothing was saved. Please choose another key, or change the role that is there.',
  role_key_stays: ({ key }) =>
    `The key “${key}” of a role stays as it is. Nothing was changed. Please change its title only.`,
  too_many_roles: ({ most }) =>
    `An office cannot use more than ${most} roles at a time. Nothing was saved. Please withdraw one first that nobody needs any more.`,
  capability_unknown: ({ capabilities }) =>
    `These rights do not exist here: ${list(capabilities)}. Nothing was saved. Please choose from the list.`,
  only_reading: ({ capabilities }) =>
    `This role may only read. These do not fit: ${list(capabilities)}. Nothing was saved. Please take them out.`,
  own_rights: () =>
    'Nobody gives themselves more rights. Nothing was changed. Please ask another person who may give rights.',
  reason_needed: () =>
    'This wants a second person. Nothing was changed. You can do it alone as well, if you write down the reason.',
  second_person_needed: () =>
    'Another person has to take this second step. Nothing was changed. Please ask somebody of the team.',
  too_early: ({ from }) =>
    `You may confirm this yourself only after a while, at ${from} at the earliest. Nothing was changed. Another person can do it at once.`,
  rights_exist: () =>
    'Rights have been entered for this person already. Nothing was changed. Please change those that are there.',
  rights_stay_with: () =>
    'Rights stay with the person they were entered for. Nothing was changed. Please enter rights of their own for the other person.',
  role_unknown: ({ role }) =>
    `There is no role “${role}” here any more, or not yet. Nothing was saved. Please choose one from the list.`,
  role_needs_an_end: ({ role, days }) =>
    `The role “${role}” is for a time only, ${days} days at most. Nothing was saved. Please give a last day.`,
  owners_exist: () =>
    'Whose office it is has been entered already. Nothing was changed. Please change the entry that is there.',
  owner_only: () => 'Only an owner can make somebody an owner. Nothing was changed. Please ask one of them.',
  last_owner: () =>
    'Somebody who owns the office already, and works here, must stay an owner. Nothing was changed. Please add the new person first, and take the former one out afterwards.',
  owner_stays: () =>
    'This person is entered as an owner and so cannot leave. Nothing was changed. Please enter first whose office it will be.',
  not_oneself: () =>
    'Nobody stands in for themselves or takes over their own work. Nothing was saved. Please choose somebody else.',
  absence_too_long: ({ days }) =>
    `An absence lasts ${days} days at most here. Nothing was saved. Please enter it in parts.`,
  not_a_deputy: () =>
    'This person is not entered as a deputy. Nothing was saved. Please choose a deputy from the list, or leave the field empty.',
  not_for_own_gain: () =>
    'Whoever reports an absence cannot become the deputy by it. Nothing was saved. Please have somebody else enter the absence, or report it without a deputy.',
};
