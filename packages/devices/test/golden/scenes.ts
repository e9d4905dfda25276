import { actor } from '@front-office/kernel/testing';
import type { GoldenScenes, GoldenStage } from '../../../../test/support/golden-stage.ts';
import { devices } from '../../src/index.ts';
import { devicePorts, plainSettings } from '../../src/testing.ts';

const lead = actor('lead', 'devices.manage');
const door = { ...actor('pairing', 'devices.pair'), kind: 'system' } as const;

const site = '0197be0c-7a5b-7c3d-8e4f-0123456789ab';
const room = '0197be0c-7a5b-7c3d-8e4f-ba9876543210';
const kiosk = { kind: 'kiosk', name: 'Kiosk am Eingang', site, settings: plainSettings } as const;

const offered = (on: GoldenStage) => on.does(lead, devices, 'offer', kiosk);
const lapsed = async (on: GoldenStage) => {
  const device = await offered(on);
  await on.clockStrikes('2026-06-30T09:10:00+02:00');
  return device;
};
const paired = async (on: GoldenStage) => {
  const device = await offered(on);
  on.clockPasses('2026-06-30T09:02:00+02:00');
  return on.does(door, devices, 'pair', {}, device);
};

/** A device of each state, and of each way into it that stores something else. */
export const golden: GoldenScenes = {
  definitions: [devices],
  at: '2026-06-30T09:00:00+02:00',
  ports: devicePorts(),
  ends: { device: { offered: 'lapsed' } },
  scenes: {
    device: {
      offered,
      lapsed,
      paired,

      async 'offered-again'(on) {
        const device = await offered(on);
        on.clockPasses('2026-06-30T09:04:00+02:00');
        return on.does(lead, devices, 'offerAgain', {}, device);
      },

      async 'offered-again-after-it-lapsed'(on) {
        const device = await lapsed(on);
        on.clockPasses('2026-06-30T11:00:00+02:00');
        return on.does(lead, devices, 'offerAgain', {}, device);
      },

      async 'lapsed-and-noticed-late'(on) {
        const device = await offered(on);
        await on.clockStrikes('2026-07-01T07:30:00+02:00');
        return device;
      },

      async 'paired-and-looked-after'(on) {
        const device = await paired(on);
        on.clockPasses('2026-06-30T10:00:00+02:00');
        await on.does(lead, devices, 'rename', { name: 'Tablet im Wartezimmer' }, device);
        await on.does(lead, devices, 'place', { site, room }, device);
        const settings = { ...plainSettings, language: 'en', largePrint: true, idleSeconds: 90 } as const;
        return on.does(lead, devices, 'configure', { settings }, device);
      },

      async revoked(on) {
        const device = await paired(on);
        on.clockPasses('2026-06-30T12:00:00+02:00');
        return on.does(lead, devices, 'revoke', { reason: 'lost', note: 'Am Bahnhof liegen gelassen' }, device);
      },

      async 'revoked-before-it-was-paired'(on) {
        return on.does(lead, devices, 'revoke', { reason: 'mistaken' }, await offered(on));
      },
    },
  },
};
