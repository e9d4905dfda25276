import { Instant, plusMs } from '@front-office/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActor } from 'xstate';
import { type DeviceCommand, type DeviceState, deviceInputs, deviceKnown, deviceMachine } from '../src/index.ts';
import { lineOf } from '../src/queries.ts';
import { codeIsInTime } from '../src/rules.ts';
import { DeviceId } from '../src/schema.ts';
import { plainSettings, tenMinutes } from '../src/testing.ts';
import { kiosk, site } from './house.ts';

const at = Instant.parse('2026-06-30T09:00:00+02:00');
const by = { kind: 'staff', id: 'lead' } as const;
const { offer } = deviceInputs;

function offeredDevice() {
  const known = deviceKnown.offer.parse({ policy: tenMinutes, placeKnown: true });
  return createActor(deviceMachine, { input: { type: 'offer', at, by, ...offer.parse(kiosk), known } }).start();
}

const place = { ...deviceInputs.place.parse({ site }), known: { placeKnown: true } };
const command = fc.constantFrom<DeviceCommand[]>(
  { type: 'pair', at, by },
  { type: 'offerAgain', at, by },
  { type: 'rename', at, by, name: 'Tablet' },
  { type: 'place', at, by, ...place },
  { type: 'configure', at, by, settings: plainSettings },
  { type: 'revoke', at, by, reason: 'lost' },
);

test('whatever is asked of it, a device goes on only as its list of states does, and never back from revoked', () => {
  const after: Readonly<Record<DeviceState, readonly DeviceState[]>> = {
    offered: ['offered', 'lapsed', 'paired', 'revoked'],
    lapsed: ['lapsed', 'offered', 'revoked'],
    paired: ['paired', 'revoked'],
    revoked: ['revoked'],
  };
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      const device = offeredDevice();
      for (const each of commands) {
        const before = device.getSnapshot().value;
        if (device.getSnapshot().status === 'active') device.send(each);
        const { value, context } = device.getSnapshot();
        expect(after[before]).toContain(value);
        expect(context.reason === null).toBe(value !== 'revoked');
        expect(value !== 'paired' || context.pairedAt !== null).toBe(true);
      }
      device.stop();
    }),
  );
});

test('a code pairs until its end and not from then on', () => {
  const { context } = offeredDevice().getSnapshot();
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 600_000 }), (ms) => {
      const now = plusMs(context.pairUntil, ms);
      const refused = codeIsInTime({ state: 'offered', context, input: {}, known: {}, actor: by, at: now });
      expect(refused === undefined).toBe(ms < 0);
    }),
  );
});

test('a device is silent when it is paired and was not seen for three minutes, the first three after its pairing apart', () => {
  const device = DeviceId.parse('0197be0c-7a5b-7c3d-8e4f-0123456789ab');
  const { context } = offeredDevice().getSnapshot();
  const minutes = fc.integer({ min: 0, max: 10 });
  const state = fc.constantFrom<DeviceState[]>('offered', 'lapsed', 'paired', 'revoked');
  fc.assert(
    fc.property(state, minutes, fc.option(minutes), (state, sincePairing, sinceSeen) => {
      const now = plusMs(at, 3_600_000);
      const ago = (many: number) => plusMs(now, -many * 60_000);
      const row = { ...context, device, state, since: ago(sincePairing) };
      const lastSeen = new Map(sinceSeen === null ? [] : [[device as string, ago(sinceSeen)]]);
      const line = lineOf(row, { lastSeen, now });
      expect(line.silent).toBe(state === 'paired' && (sinceSeen ?? sincePairing) >= 3);
      expect(line.lastSeenAt).toBe(sinceSeen === null ? null : ago(sinceSeen));
    }),
  );
});
