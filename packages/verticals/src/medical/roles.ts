import { atTheDesk, inTheLead, inTheTeam, seeingClients } from '../bundles.ts';
import { auditor, ownerOf, roleOf } from '../roles.ts';

const labels = ['vip'];

export const roles = {
  receptionist: roleOf({ title: { de: 'MFA Anmeldung', en: 'Medical receptionist' } }, atTheDesk),
  // Files and data of patients; whom they come to see, and when, is not needed for it.
  'records-clerk': roleOf({ title: { de: 'Archiv, Dokumentation', en: 'Medical records clerk' } }, inTheTeam),
  lead: roleOf({ title: { de: 'Praxismanager:in', en: 'Practice manager' }, labels }, inTheLead),
  physician: roleOf({ title: { de: 'Ärztin, Arzt', en: 'Physician' }, labels }, seeingClients),
  owner: ownerOf({ title: { de: 'Praxisinhaber:in', en: 'Practice owner' }, labels }),
  auditor,
};
