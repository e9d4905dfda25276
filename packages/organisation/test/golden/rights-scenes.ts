import { known } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import { absences, owners, type RightsPolicy, roles, sites, staffMembers, staffRights } from '../../src/index.ts';

const lead = actor('lead', 'policies.change', 'staff.invite', 'capabilities.grant', 'roster.absence.report');
const setUp = { ...lead, kind: 'system', id: 'set-up' } as const;

const policy: RightsPolicy = {
  ownRights: 'another_person',
  capabilities: { 'visits.read': { reads: true }, 'visits.receive': { reads: false } },
  labels: ['vip'],
  pairs: [],
};
export const rightsPorts = { organisation: { policy: known(policy) } };

const reception = {
  key: 'receptionist',
  title: { de: 'MFA Anmeldung', en: 'Medical receptionist' },
  grants: { trainee: ['visits.read'], qualified: ['visits.receive'], senior: [], lead: [] },
};
const auditor = {
  key: 'auditor',
  title: { de: 'Prüfer:in', en: 'Auditor' },
  grants: { trainee: ['visits.read'], qualified: [], senior: [], lead: [] },
  labels: ['vip'],
  readsOnly: true,
  mustEnd: true,
};

async function colleagues(on: GoldenStage) {
  const site = await on.does(lead, sites, 'create', {
    name: 'Praxis',
    address: ['Musterstraße 1', '00001 Musterstadt'],
  });
  const member = (family: string, deputies: string[] = []) => ({
    name: { family },
    site,
    receivesVisitors: false,
    active: true,
    deputies,
  });
  const lena = await on.does(lead, staffMembers, 'create', member('Probebach'));
  const sabine = await on.does(lead, staffMembers, 'create', member('Mustergrün', [lena]));
  return { lena, sabine };
}

const away = { from: '2026-07-01T06:00:00Z', until: '2026-07-15T16:00:00Z' };

/** Roles, rights, owners and absences as they are entered, and as a change leaves them. */
export const rightsScenes: GoldenScenes['scenes'] = {
  role: {
    entered: (on) => on.does(lead, roles, 'create', auditor),
    async withdrawn(on) {
      const role = await on.does(lead, roles, 'create', reception);
      return on.does(lead, roles, 'change', { ...reception, reason: 'Neue Aufteilung', withdrawn: true }, role);
    },
  },
  staffRights: {
    async entered(on) {
      const { lena } = await colleagues(on);
      await on.does(lead, roles, 'create', reception);
      const given = [{ role: 'receptionist', from: '2026-07-01', until: null }];
      return on.does(lead, staffRights, 'create', { staff: lena, level: 'qualified', roles: given });
    },
    async changed(on) {
      const { lena } = await colleagues(on);
      await on.does(lead, roles, 'create', auditor);
      const rights = await on.does(lead, staffRights, 'create', { staff: lena, level: 'trainee', roles: [] });
      const given = [{ role: 'auditor', from: null, until: '2026-07-31' }];
      const now = { staff: lena, level: 'trainee' as const, roles: given, reason: 'Prüfung im Juli' };
      return on.does(lead, staffRights, 'change', now, rights);
    },
  },
  owners: {
    async entered(on) {
      const { sabine } = await colleagues(on);
      return on.does(setUp, owners, 'create', { staff: [sabine] });
    },
    async changed(on) {
      const { lena, sabine } = await colleagues(on);
      const owning = await on.does(setUp, owners, 'create', { staff: [sabine] });
      return on.does(setUp, owners, 'change', { staff: [sabine, lena], reason: 'Teilhaberin' }, owning);
    },
  },
  absence: {
    async entered(on) {
      const { lena, sabine } = await colleagues(on);
      return on.does(lead, absences, 'create', { staff: sabine, ...away, deputy: lena });
    },
    async withdrawn(on) {
      const { sabine } = await colleagues(on);
      const absence = await on.does(lead, absences, 'create', { staff: sabine, ...away });
      return on.does(lead, absences, 'change', { staff: sabine, ...away, withdrawn: true }, absence);
    },
  },
};
