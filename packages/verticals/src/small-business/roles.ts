import { atTheDesk, expectingVisitors, inTheLead } from '../bundles.ts';
import { auditor, ownerOf, roleOf } from '../roles.ts';

export const roles = {
  receptionist: roleOf({ title: { de: 'Verkauf, Empfang', en: 'Counter staff' } }, atTheDesk),
  'office-clerk': roleOf(
    { title: { de: 'Bürokraft', en: 'Office clerk' } },
    // Answers what people ask by mail.
    [...expectingVisitors, 'messages.send'],
  ),
  lead: roleOf({ title: { de: 'Betriebsleitung', en: 'Shop manager' } }, inTheLead),
  owner: ownerOf({ title: { de: 'Inhaber:in', en: 'Owner' } }),
  auditor,
};
