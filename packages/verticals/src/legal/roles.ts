import { atTheDesk, expectingVisitors, inTheLead, seeingClients } from '../bundles.ts';
import { auditor, ownerOf, roleOf } from '../roles.ts';

const labels = ['sequestered'];

export const roles = {
  receptionist: roleOf({ title: { de: 'ReFa Empfang', en: 'Legal receptionist' } }, atTheDesk),
  'legal-secretary': roleOf({ title: { de: 'ReFa, ReNo', en: 'Legal secretary' } }, expectingVisitors),
  lead: roleOf({ title: { de: 'Bürovorsteher:in', en: 'Office manager' }, labels }, inTheLead),
  attorney: roleOf({ title: { de: 'Anwältin, Anwalt', en: 'Attorney' }, labels }, seeingClients),
  owner: ownerOf({ title: { de: 'Kanzleiinhaber:in', en: 'Partner' }, labels }),
  auditor,
};
