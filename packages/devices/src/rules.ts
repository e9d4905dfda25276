import { type Ask, type Given, known, refuse } from '@front-office/kernel';
import { isBefore } from '@front-office/values';
import type { DevicePorts } from './ports.ts';
import type { Device, Place } from './schema.ts';

/** A device stands where the office knows a place. */
export const placeIsKnown = ({ input: { site, room }, known }: Given<unknown, Place, { placeKnown: boolean }>) =>
  known.placeKnown ? undefined : refuse('place_unknown', { site, room });

/** A code pairs until its time is over, also when the timer that says so is late. */
export const codeIsInTime = ({ context: { pairUntil }, at }: Given<Device, unknown>) =>
  isBefore(at, pairUntil) ? undefined : refuse('pairing_over', { until: pairUntil });

export const placeKnows = {
  placeKnown: ({ ports, input }: Ask<DevicePorts, Place>) =>
    input ? ports.devices.places.known(input.site, input.room) : known(false),
};

/** What every device begins with. */
export const beginningKnows = {
  ...placeKnows,
  policy: ({ ports }: Ask<DevicePorts>) => ports.devices.policy,
};
