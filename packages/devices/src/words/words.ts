import type { RefusalWords } from '@front-office/kernel';
import type {
  DeviceCommand,
  DeviceFact,
  DeviceKind,
  DeviceSettings,
  DeviceState,
  RevocationReason,
} from '../schema.ts';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface DeviceWords {
  readonly refusals: RefusalWords<'device_name_taken' | 'place_unknown' | 'pairing_over'>;
  readonly states: Readonly<Record<DeviceState, string>>;
  readonly commands: Readonly<Record<DeviceCommand['type'], string>>;
  readonly facts: Readonly<Record<DeviceFact['type'], string>>;
  readonly timers: Readonly<Record<'pairingOver', string>>;
  readonly kinds: Readonly<Record<DeviceKind, string>>;
  readonly settings: Readonly<Record<keyof DeviceSettings, string>>;
  readonly reasons: Readonly<Record<RevocationReason, string>>;
  /** A paired device that was not seen for three minutes, and what to do about it. */
  readonly silent: string;
}
