import { actor } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import { barredPersons, visits } from '../../src/index.ts';
import { hostId, quietPolicy, visitPorts } from '../../src/testing.ts';

const kiosk = actor('kiosk-1', 'visits.checkInSelf');
const desk = actor(
  'desk',
  'visits.keepBack',
  'visits.read',
  'visits.receive',
  'visits.preregister',
  'visits.turnAway',
  'visits.bar',
);

const host = hostId('Probeßmann');
const anna = { given: 'Anna', family: 'Beispielmüller' };
const announced = {
  visitor: anna,
  company: 'Beispiel & Sample',
  host,
  purpose: 'delivery',
  note: 'Bringt die Muster mit',
  expectedAt: '2026-06-30T10:00:00+02:00',
};

const walksIn = (on: GoldenStage) => on.does(kiosk, visits, 'walkIn', { visitor: anna, host });
const isAnnounced = (on: GoldenStage) => on.does(desk, visits, 'expect', announced);

/** A visit of each state, and of each way into it that stores something else. Tuesday 30 June 2026, open until 18:00. */
export const golden: GoldenScenes = {
  definitions: [visits, barredPersons],
  at: '2026-06-30T09:00:00+02:00',
  ports: visitPorts({
    hosts: [
      { given: 'Jörg', family: 'Probeßmann' },
      { given: 'Sabine', family: 'Mustergrün' },
    ],
    closesAt: Instant.parse('2026-06-30T18:00:00+02:00'),
    policy: {
      ...quietPolicy,
      badge: 'print',
      purposes: [{ id: 'delivery', label: { de: 'Lieferung', en: 'Delivery' } }],
      labels: [{ id: 'sequestered', label: { de: 'Abgeschirmte Akte', en: 'Sequestered matter' } }],
    },
  }),
  ends: { visit: 'erased' },
  scenes: {
    visit: {
      expected: isAnnounced,

      async 'expected-and-kept-back'(on) {
        return on.does(desk, visits, 'expect', { ...announced, label: 'sequestered' });
      },

      async 'waiting-kept-back-by-another-host'(on) {
        const visit = await walksIn(on);
        await on.does(desk, visits, 'changeHost', { host: hostId('Mustergrün') }, visit);
        return on.does(
          { ...desk, labels: new Set(['sequestered']) },
          visits,
          'keepBack',
          { label: 'sequestered' },
          visit,
        );
      },

      async 'waiting-just-arrived'(on) {
        return walksIn(on);
      },

      async 'waiting-barred-after-an-announcement'(on) {
        const visit = await isAnnounced(on);
        await on.does(desk, barredPersons, 'create', { name: anna, reason: 'Hausverbot' });
        await on.clockStrikes('2026-06-30T10:05:00+02:00');
        return on.does(desk, visits, 'checkIn', {}, visit);
      },

      async 'waiting-host-reminded'(on) {
        const visit = await walksIn(on);
        await on.clockStrikes('2026-06-30T09:02:00+02:00');
        return visit;
      },

      async 'waiting-desk-told'(on) {
        const visit = await walksIn(on);
        await on.clockStrikes('2026-06-30T09:02:00+02:00');
        await on.clockStrikes('2026-06-30T09:03:00+02:00');
        return visit;
      },

      async 'with-host'(on) {
        const visit = await walksIn(on);
        await on.clockStrikes('2026-06-30T09:01:00+02:00');
        return on.does(desk, visits, 'receive', { badge: '17' }, visit);
      },

      async 'with-host-after-a-reminder'(on) {
        const visit = await walksIn(on);
        await on.clockStrikes('2026-06-30T09:02:00+02:00');
        await on.clockStrikes('2026-06-30T09:10:00+02:00');
        return on.does(desk, visits, 'receive', {}, visit);
      },

      async left(on) {
        const visit = await walksIn(on);
        await on.does(desk, visits, 'receive', { badge: '17' }, visit);
        await on.clockStrikes('2026-06-30T09:45:00+02:00');
        return on.does(desk, visits, 'leave', {}, visit);
      },

      async 'left-without-being-received'(on) {
        const visit = await walksIn(on);
        await on.clockStrikes('2026-06-30T09:01:00+02:00');
        return on.does(desk, visits, 'leave', {}, visit);
      },

      async 'left-forgotten'(on) {
        const visit = await walksIn(on);
        await on.does(desk, visits, 'receive', {}, visit);
        await on.clockStrikes('2026-06-30T18:00:00+02:00');
        return visit;
      },

      async 'left-forgotten-and-noticed-late'(on) {
        const visit = await walksIn(on);
        on.clockPasses('2026-06-30T17:59:00+02:00');
        await on.does(desk, visits, 'receive', {}, visit);
        await on.clockStrikes('2026-07-01T07:30:00+02:00');
        return visit;
      },

      async 'no-show'(on) {
        const visit = await isAnnounced(on);
        await on.clockStrikes('2026-06-30T18:00:00+02:00');
        return visit;
      },

      async 'turned-away'(on) {
        const visit = await walksIn(on);
        return on.does(desk, visits, 'turnAway', { reason: 'Hat das Personal bedroht' }, visit);
      },

      async 'turned-away-although-announced'(on) {
        const visit = await isAnnounced(on);
        return on.does(desk, visits, 'turnAway', { reason: 'Termin abgesagt' }, visit);
      },
    },

    barredPerson: {
      async entered(on) {
        return on.does(desk, barredPersons, 'create', { name: anna, reason: 'Hausverbot' });
      },

      async changed(on) {
        const entry = await on.does(desk, barredPersons, 'create', { name: anna, reason: 'Hausverbot' });
        const until = '2026-12-31T23:00:00Z';
        return on.does(
          desk,
          barredPersons,
          'change',
          { name: anna, reason: 'Hausverbot bis Jahresende', until },
          entry,
        );
      },
    },
  },
};
