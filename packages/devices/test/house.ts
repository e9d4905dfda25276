import { known, MemoryStore, type Store } from '@front-office/kernel';
import { actor, scene } from '@front-office/kernel/testing';
import { newId } from '@front-office/values';
import { type DeviceTokens, devices } from '../src/index.ts';
import { devicePorts, memoryTokens, plainSettings, tenMinutes } from '../src/testing.ts';

export const lead = actor('lead', 'devices.manage');
/** The door at which a code is typed: it has checked the code before it says anything. */
export const door = { ...actor('pairing', 'devices.pair'), kind: 'system' } as const;

export const site = newId();
export const room = newId();
export const kiosk = { kind: 'kiosk', name: 'Kiosk am Eingang', site, settings: plainSettings } as const;

/** A house with one site and one room in it, on a Tuesday morning. */
export function house({ store = new MemoryStore() as Store, tokens = memoryTokens() as DeviceTokens } = {}) {
  let policy = tenMinutes;
  const { devices: ports } = devicePorts({
    places: { known: (one, within) => known(one === site && (within === null || within === room)) },
    tokens,
  });
  const at = scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [devices],
    ports: {
      devices: {
        ...ports,
        get policy() {
          return known(policy);
        },
      },
    },
    store,
  });
  return {
    ...at,
    /** What the office sets from now on. */
    setPairingMinutes(pairingMinutes: number) {
      policy = { pairingMinutes };
    },
    offered: (name: string = kiosk.name) => at.begins(lead, devices, 'offer', { ...kiosk, name }),
    async paired(name: string = kiosk.name) {
      const device = await at.begins(lead, devices, 'offer', { ...kiosk, name });
      const answer = await at.does(door, devices, 'pair', {}, device);
      if (answer.refused) throw new Error(answer.refused.code);
      return device;
    },
    pairs: (device: string) => at.does(door, devices, 'pair', {}, device),
    revokes: (device: string, reason: 'lost' | 'mistaken' = 'lost') =>
      at.does(lead, devices, 'revoke', { reason }, device),
    state: async (device: string) => (await at.case(devices, device)).state,
  };
}
