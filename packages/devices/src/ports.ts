import type { Read } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { DevicePolicy } from './policy.ts';

/** What this package needs from outside. `office` fills it, or an integrator with a directory of their own. */
export interface DevicePorts {
  readonly devices: {
    readonly policy: Read<DevicePolicy>;
    readonly places: Places;
    readonly tokens: DeviceTokens;
  };
}

export interface Places {
  /** Whether there is such a site, and in it such a room; null asks for the site alone. */
  known(site: string, room: string | null): Read<boolean>;
}

/** The tokens that devices show. They lie where people's sessions lie, never in an office's log. */
export interface DeviceTokens {
  /** Ends every token of this device. It may be asked again: a device without one is fine. */
  end(office: string, device: string, at: Instant): Promise<void>;
  /** When each device of the office last showed its token; whoever never did is not in it. */
  lastSeen(office: string): Promise<ReadonlyMap<string, Instant>>;
}
