import { type KnownCapability, type PeopleCapability, peopleCapabilities } from './capabilities.ts';

/** A device in the lobby that nobody is signed in at: it learns nothing of visitors but what they type themselves. */
export const atTheKiosk: readonly KnownCapability[] = [
  'office.read',
  'hosts.search',
  'visits.checkInSelf',
  'devices.self',
];

/** Everybody who works here. */
export const inTheTeam: readonly PeopleCapability[] = [
  'office.read',
  'staff.read',
  'hosts.search',
  'roster.absence.report',
];

/** Somebody in the back office, whose visitors the front desk receives. */
export const expectingVisitors: readonly PeopleCapability[] = [...inTheTeam, 'visits.read', 'visits.preregister'];

/** Somebody whom clients come to see, and who says which of those visits are confidential. */
export const seeingClients: readonly PeopleCapability[] = [...expectingVisitors, 'visits.receive', 'visits.keepBack'];

/** Somebody at the front desk. */
export const atTheDesk: readonly PeopleCapability[] = [
  ...expectingVisitors,
  'visits.receive',
  'visits.turnAway',
  'messages.send',
  // What is stuck is tried again by whoever sees it.
  'office.repair',
];

/** Whoever runs the office: takes people on, sets its hours, and bars a person from the house. */
export const inTheLead: readonly PeopleCapability[] = [
  ...atTheDesk,
  'visits.bar',
  'visits.keepBack',
  'staff.invite',
  'capabilities.grant',
  'policies.change',
  'audit.read',
  'devices.manage',
  'integrations.manage',
];

/** Somebody from outside who looks into the office for a time. */
export const lookingIn: readonly PeopleCapability[] = ['office.read', 'staff.read', 'visits.read', 'audit.read'];

/** Everything that people can be allowed. */
export const everything: readonly PeopleCapability[] =
  // Its keys are known by their types; `Object.keys` only forgets them.
  Object.keys(peopleCapabilities) as PeopleCapability[];
