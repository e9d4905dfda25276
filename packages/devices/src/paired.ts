import { type Kernel, upgraded } from '@front-office/kernel';
import { Device } from './schema.ts';
import { devices } from './workflow.ts';

/**
 * The device with this id, while it is paired; nothing for any other. Whoever resolves a device's token asks this at every
 * request: a token that is still to be ended opens nothing then. `id` is a UUID.
 */
export async function pairedDevice(kernel: Kernel, office: string, id: string): Promise<Device | undefined> {
  const { case: row } = await kernel.store.load({ office, workflow: devices.name, case: id, lookups: [] });
  return row?.state === 'paired' ? Device.parse(upgraded(devices, row).snapshot.context) : undefined;
}
