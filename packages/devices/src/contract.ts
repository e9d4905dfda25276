import { commandRoute, defineRoute, refuse, startRoute, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { pairedDevice } from './paired.ts';
import type { DevicePorts } from './ports.ts';
import { DeviceLine, DeviceQuery, listDevices } from './queries.ts';
import { Device, DeviceId } from './schema.ts';
import { devices } from './workflow.ts';

// The kernel carries the ports of all packages; `office` has checked that ours are among them.
const portsOf = (kernel: { readonly ports: unknown }) => (kernel.ports as DevicePorts).devices;

/** What a device may know about itself: what it is called, where it stands, and how it is to behave. */
const OwnDevice = Device.pick({ kind: true, name: true, site: true, room: true, settings: true }).extend({
  device: DeviceId,
});

// Each command has `device_name_taken` among its answers, since the constraint guards every row that is written.
const refusals = ['device_name_taken'] as const;

/** Every route of this package. A browser takes the types and paths only. */
export const routes = [
  defineRoute({
    method: 'GET',
    path: '/devices/me',
    summary: 'What the device that asks is called and how it is to behave; asked at least once a minute',
    needs: 'devices.self',
    input: z.strictObject({}),
    output: OwnDevice,
    async run({ kernel, office, actor }) {
      const device = actor.kind === 'device' ? await pairedDevice(kernel, office, actor.id) : undefined;
      if (device === undefined) return { refused: refuse('not_found') };
      const { kind, name, site, room, settings } = device;
      return { device: DeviceId.parse(actor.id), kind, name, site, room, settings };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/devices',
    summary: 'The devices in one state, page by page, and when they were last seen',
    needs: 'devices.manage',
    input: DeviceQuery,
    output: z.object({ devices: z.array(DeviceLine), next: z.string().nullable() }),
    async run({ kernel, query, office }, asked) {
      const lastSeen = await portsOf(kernel).tokens.lastSeen(office);
      return listDevices(query, office, asked, { lastSeen, now: kernel.now() });
    },
  }),
  startRoute(devices, 'offer', {
    path: '/devices',
    summary: 'A device is to come: from now on it can be paired, for some minutes',
    refusals: [...refusals, 'place_unknown'],
  }),
  viewRoute(devices, { path: '/devices/{device}', summary: 'One device with its log and actions', context: Device }),
  commandRoute(devices, 'offerAgain', {
    path: '/devices/{device}/offer-again',
    summary: 'A device that was not paired in time can be paired for some minutes more',
    refusals,
  }),
  commandRoute(devices, 'rename', {
    path: '/devices/{device}/rename',
    summary: 'Call a device something else',
    refusals,
  }),
  commandRoute(devices, 'place', {
    path: '/devices/{device}/place',
    summary: 'A device stands somewhere else',
    refusals: [...refusals, 'place_unknown'],
  }),
  commandRoute(devices, 'configure', {
    path: '/devices/{device}/configure',
    summary: 'Set how a device behaves; it does so within a minute',
    refusals,
  }),
  commandRoute(devices, 'revoke', {
    path: '/devices/{device}/revoke',
    summary: 'A device may do nothing any more, for good',
    refusals,
  }),
] as const;

/** The routes as types, for the typed client. */
export type DeviceRoutes = (typeof routes)[number];
