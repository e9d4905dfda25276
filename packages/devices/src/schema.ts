import { type CommandsOf, type FactsOf, freeText, languages } from '@front-office/kernel';
import { Instant, idSchema } from '@front-office/values';
import * as z from 'zod';
import { DevicePolicy } from './policy.ts';

export const DeviceId = idSchema('DeviceId');
const SiteId = idSchema('SiteId');
const RoomId = idSchema('RoomId');

/** A screen on which visitors help themselves, a tablet that staff carry, or a display that only shows. */
export const DeviceKind = z.enum(['kiosk', 'tablet', 'display']);
export type DeviceKind = z.output<typeof DeviceKind>;

/** What people call it: one line with a letter or a digit in it, and nothing that turns the text around it. */
const DeviceName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1)
  .max(60)
  .regex(/^(?=.*[\p{L}\p{N}])[^\p{C}\p{Zl}\p{Zp}]+$/u, { error: 'Not one line with a letter or a digit' });

/** Where it stands. Without a room it belongs to the site: a tablet is carried about. */
export const Place = z.strictObject({ site: SiteId, room: RoomId.nullable().default(null) });
export type Place = z.output<typeof Place>;

/** What the desk sets on a device from afar. It is given as a whole: what is set is all that holds. */
export const DeviceSettings = z.strictObject({
  /** Of the screen that waits for the next visitor; each visitor chooses anew. */
  language: z.enum(languages),
  largePrint: z.boolean(),
  highContrast: z.boolean(),
  /** Seconds without a touch before the device asks whether anybody is there. The warning itself comes on top (WCAG 2.2.1). */
  idleSeconds: z.int().min(15).max(300),
  /** Whether it asks visitors for the purpose of their visit, where the office has purposes at all. */
  purposesShown: z.boolean(),
});
export type DeviceSettings = z.output<typeof DeviceSettings>;

/** Why a device may no longer do anything. */
export const RevocationReason = z.enum(['lost', 'broken', 'replaced', 'unneeded', 'mistaken']);
export type RevocationReason = z.output<typeof RevocationReason>;

/** What each command takes. */
export const inputs = {
  /** A device is to come: its code goes out. */
  offer: z.strictObject({ kind: DeviceKind, name: DeviceName, ...Place.shape, settings: DeviceSettings }),
  /** The code was not used, or not in time: a new one goes out. */
  offerAgain: z.strictObject({}),
  /** Somebody typed the code into the device. Said by the door that checked it, and by nobody else. */
  pair: z.strictObject({}),
  rename: z.strictObject({ name: DeviceName }),
  place: Place,
  configure: z.strictObject({ settings: DeviceSettings }),
  /** From now on the device may do nothing, and never will again. */
  revoke: z.strictObject({ reason: RevocationReason, note: freeText(300).optional() }),
};

const placeKnown = z.boolean();

/** What a command was judged on, beside its input. */
export const known = {
  offer: z.object({ policy: DevicePolicy, placeKnown }),
  place: z.object({ placeKnown }),
};

/** What happened. Neither a code nor a token is ever among it. */
export const facts = {
  deviceOffered: z.object({ kind: DeviceKind, until: Instant }),
  /** Nobody used the code in time. */
  deviceOfferLapsed: z.object({}),
  devicePaired: z.object({ kind: DeviceKind }),
  deviceRenamed: z.object({}),
  devicePlaced: z.object({ site: SiteId, room: RoomId.nullable() }),
  deviceConfigured: z.object({}),
  deviceRevoked: z.object({ reason: RevocationReason }),
};

/** The states of a device, in order. */
export const DeviceState = z.enum(['offered', 'lapsed', 'paired', 'revoked']);
export type DeviceState = z.output<typeof DeviceState>;

/** A device as it stands. */
export const Device = z.object({
  kind: DeviceKind,
  name: z.string(),
  site: SiteId,
  room: RoomId.nullable(),
  settings: DeviceSettings,
  /** In the present state since then. */
  since: Instant,
  /** The last code that went out was, or is, good until then. */
  pairUntil: Instant,
  pairedAt: Instant.nullable(),
  /** Why it was revoked; null while it was not. */
  reason: RevocationReason.nullable(),
  policy: DevicePolicy,
});
export type Device = z.output<typeof Device>;

export type DeviceCommand = CommandsOf<typeof inputs, typeof known>;
export type DeviceFact = FactsOf<typeof facts>;
