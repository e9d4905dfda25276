import type { Actor } from '@front-office/kernel';
import { actor } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import { expect, it } from 'vitest';
import { visits } from '../src/index.ts';
import { hostId } from '../src/testing.ts';
import { anna, desk, host, kiosk, reception } from './reception.ts';

const sequestered = { id: 'sequestered', label: { de: 'Abgeschirmte Akte', en: 'Sequestered matter' } };
const expectedAt = Instant.parse('2026-06-30T10:00:00+02:00');
const letIn: Actor = {
  ...actor('secretary', 'visits.read', 'visits.receive', 'visits.keepBack'),
  labels: new Set(['sequestered']),
};

it('a visit that was announced as kept back is nothing to a desk that is not let in on it', async () => {
  const at = reception({ policy: { labels: [sequestered] } });
  const input = { visitor: anna, host, expectedAt, label: 'sequestered' };
  const visit = await at.begins(desk, visits, 'expect', input);
  const view = (who: Actor) => at.kernel.view(visits, { office: at.office, actor: who, case: visit });
  expect(await view(desk)).toEqual({ refused: { code: 'not_found', figures: {} } });
  expect((await at.does(desk, visits, 'checkIn', {}, visit)).refused?.code).toBe('not_found');
  expect(await view(letIn)).toMatchObject({ state: 'expected', context: { label: 'sequestered' } });
  expect((await at.does(letIn, visits, 'checkIn', {}, visit)).refused).toBeUndefined();
  expect((await at.store.workItems(at.office)).map(({ label }) => label)).toEqual(['sequestered']);
});

it('whoever is let in on it opens it to the others again', async () => {
  const at = reception({ policy: { labels: [sequestered] } });
  const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
  await at.does(letIn, visits, 'keepBack', { label: 'sequestered' }, visit);
  expect((await at.does(desk, visits, 'receive', {}, visit)).refused?.code).toBe('not_found');
  await at.does(letIn, visits, 'keepBack', { label: null }, visit);
  expect((await at.does(desk, visits, 'receive', {}, visit)).refused).toBeUndefined();
});

it('its timers go on: it ends with the day although nobody at the desk sees it', async () => {
  const at = reception({ policy: { labels: [sequestered] } });
  const visit = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt, label: 'sequestered' });
  await at.clockStrikes('2026-06-30T18:00:00+02:00');
  expect((await at.case(visits, visit)).state).toBe('noShow');
});

it('a label that this house does not know is refused, at the announcement and later', async () => {
  const at = reception({ policy: { labels: [sequestered] } });
  const announced = await at.does(desk, visits, 'expect', { visitor: anna, host, expectedAt, label: 'vip' });
  expect(announced.refused).toEqual({ code: 'label_unknown', figures: { label: 'vip', offered: ['sequestered'] } });
  const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
  const later = await at.does(letIn, visits, 'keepBack', { label: 'vip' }, visit);
  expect(later.refused?.code).toBe('label_unknown');
});

it('a house that keeps nothing back does not offer to', async () => {
  const at = reception();
  const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
  const view = await at.kernel.view(visits, { office: at.office, actor: letIn, case: visit });
  const action = view.refused ? undefined : view.actions.find(({ command }) => command === 'keepBack');
  expect(action).toMatchObject({ allowed: false, refusal: { code: 'nothing_kept_back' } });
});

it('another host takes over a visitor who waits, and the fact names both', async () => {
  const at = reception();
  const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
  const nobody = await at.does(desk, visits, 'changeHost', { host: hostId('Unbekannt') }, visit);
  expect(nobody.refused?.code).toBe('host_unknown');
  const other = hostId('Mustergrün');
  const changed = await at.does(desk, visits, 'changeHost', { host: other }, visit);
  expect(changed).toMatchObject({ state: 'waiting', facts: [{ type: 'hostChanged', from: host, host: other }] });
  await at.minutesPass(3);
  expect(await at.facts(visit)).toEqual(['visitorArrived', 'hostChanged', 'hostReminded', 'hostDidNotAnswer']);
});

it('whoever looks at a visit is on the log', async () => {
  const at = reception();
  const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
  await at.kernel.view(visits, { office: at.office, actor: desk, case: visit });
  const told = await at.kernel.whoSaw({ office: at.office, actor: actor('lead', 'audit.read'), of: visit });
  expect(told).toMatchObject({ seen: [{ by: { kind: 'staff', id: 'desk' }, at: '2026-06-30T07:00:00.000Z' }] });
});
