import { known } from '@front-office/kernel';
import type { Instant } from '@front-office/values';
import type { DevicePolicy } from './policy.ts';
import type { DevicePorts, DeviceTokens, Places } from './ports.ts';
import type { DeviceSettings } from './schema.ts';

export const tenMinutes: DevicePolicy = { pairingMinutes: 10 };

export const plainSettings: DeviceSettings = {
  language: 'de',
  largePrint: false,
  highContrast: false,
  idleSeconds: 45,
  purposesShown: true,
};

/** Tokens that are only spoken of: which devices lost theirs, how often it was asked, and who was seen when. */
export interface MemoryTokens extends DeviceTokens {
  /** By device: how often its tokens were ended. */
  readonly ended: ReadonlyMap<string, number>;
  sees(device: string, at: Instant): void;
}

/** `onEnd` may throw, as a directory that is away would. */
export function memoryTokens(onEnd: (device: string) => void = () => {}): MemoryTokens {
  const ended = new Map<string, number>();
  const seen = new Map<string, Instant>();
  return {
    ended,
    sees: (device, at) => void seen.set(device, at),
    async end(_office, device) {
      onEnd(device);
      ended.set(device, (ended.get(device) ?? 0) + 1);
    },
    lastSeen: async () => new Map(seen),
  };
}

/** Ports over a fixed policy, for scenes without an office around them. Every place is known unless `places` says otherwise. */
export function devicePorts({
  policy = tenMinutes,
  places = { known: () => known(true) },
  tokens = memoryTokens(),
}: {
  readonly policy?: DevicePolicy;
  readonly places?: Places;
  readonly tokens?: DeviceTokens;
} = {}): DevicePorts {
  return { devices: { policy: known(policy), places, tokens } };
}
