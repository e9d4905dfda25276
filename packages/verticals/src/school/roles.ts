import { atTheDesk, expectingVisitors, inTheLead } from '../bundles.ts';
import { auditor, ownerOf, roleOf } from '../roles.ts';

const labels = ['custody'];

/** In a school nobody stands above the principal: the town or county that runs it has no part in its day. */
export const roles = {
  receptionist: roleOf({ title: { de: 'Schulsekretär:in', en: 'School secretary' } }, atTheDesk),
  registrar: roleOf({ title: { de: 'Schulsachbearbeitung', en: 'Registrar' } }, expectingVisitors),
  lead: roleOf({ title: { de: 'Verwaltungsleitung', en: 'Head of administration' }, labels }, inTheLead),
  owner: ownerOf({ title: { de: 'Schulleitung', en: 'Principal' }, labels }),
  auditor,
};
