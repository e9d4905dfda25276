/** The capabilities that some command or route asks for today, by the names that are the same in every kind of office. */
export type KnownCapability =
  | 'office.read'
  | 'staff.read'
  | 'hosts.search'
  | 'visits.checkInSelf'
  | 'visits.preregister'
  | 'visits.read'
  | 'visits.receive'
  | 'visits.keepBack'
  | 'visits.turnAway'
  | 'visits.bar'
  | 'messages.send'
  | 'office.repair'
  | 'staff.invite'
  | 'policies.change';

/** A device in the lobby that nobody is signed in at: it learns nothing of visitors but what they type themselves. */
export const atTheKiosk: readonly KnownCapability[] = ['office.read', 'hosts.search', 'visits.checkInSelf'];

/** Somebody trained, alone at the front desk. */
export const atTheDesk: readonly KnownCapability[] = [
  'office.read',
  'staff.read',
  'hosts.search',
  'visits.read',
  'visits.preregister',
  'visits.receive',
  'visits.turnAway',
  'messages.send',
  // What is stuck is tried again by whoever sees it.
  'office.repair',
];

/** Whoever answers for the office: takes people on, sets its hours, and bars a person from the house. */
export const inTheLead: readonly KnownCapability[] = [
  ...atTheDesk,
  'visits.bar',
  'visits.keepBack',
  'staff.invite',
  'policies.change',
];
