export { deviceMachine } from './machine.ts';
export { devicesModule } from './module.ts';
export { pairedDevice } from './paired.ts';
export { DevicePolicy } from './policy.ts';
export type { DevicePorts, DeviceTokens, Places } from './ports.ts';
export { DeviceLine, type DevicePage, DeviceQuery, listDevices, type Sightings } from './queries.ts';
export {
  Device,
  type DeviceCommand,
  type DeviceFact,
  DeviceId,
  DeviceKind,
  DeviceSettings,
  DeviceState,
  inputs as deviceInputs,
  known as deviceKnown,
  Place,
  RevocationReason,
} from './schema.ts';
export { devices } from './workflow.ts';
