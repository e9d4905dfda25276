import { until } from '@front-office/kernel';
import { type Instant, MINUTE_MS, plusMs } from '@front-office/values';
import { assertEvent, setup } from 'xstate';
import type { DevicePolicy } from './policy.ts';
import type { Device, DeviceCommand, DeviceFact } from './schema.ts';

type Offer = Extract<DeviceCommand, { type: 'offer' }>;

const device = setup({
  // Types only: XState reads them from the shape of this object, which is empty when the program runs.
  types: {} as {
    context: Device;
    input: Offer;
    events: DeviceCommand;
    emitted: DeviceFact;
    tags: 'open';
  },
  delays: { pairingOver: ({ context }) => until(context.since, context.pairUntil) },
  // Only named here: the kernel carries it out after the commit.
  actions: { endToken: () => {} },
});

const offerAgain = {
  target: 'offered',
  reenter: true, // the time of the code that is out does not count for the new one
  actions: device.assign(({ context, event: { at } }) => ({ since: at, pairUntil: codeEnds(at, context.policy) })),
} as const;

const revoke = {
  target: 'revoked',
  actions: [
    device.assign(({ event }) => {
      assertEvent(event, 'revoke');
      return { since: event.at, reason: event.reason };
    }),
    device.emit(({ event }) => {
      assertEvent(event, 'revoke');
      return { type: 'deviceRevoked', reason: event.reason };
    }),
  ],
} as const;

/** What the desk can do about a device in every state but the last; it moves the device to no other state. */
const lookedAfter = {
  rename: {
    actions: [
      device.assign(({ event }) => {
        assertEvent(event, 'rename');
        return { name: event.name };
      }),
      device.emit({ type: 'deviceRenamed' }),
    ],
  },
  place: {
    actions: [
      device.assign(({ event }) => {
        assertEvent(event, 'place');
        return { site: event.site, room: event.room };
      }),
      device.emit(({ context: { site, room } }) => ({ type: 'devicePlaced', site, room })),
    ],
  },
  configure: {
    actions: [
      device.assign(({ event }) => {
        assertEvent(event, 'configure');
        return { settings: event.settings };
      }),
      device.emit({ type: 'deviceConfigured' }),
    ],
  },
  revoke,
} as const;

/** One device, from the code that is offered to it until it is revoked. Every event says when it happened (`at`). */
export const deviceMachine = device.createMachine({
  id: 'device',
  context: ({ input }) => offered(input),
  initial: 'offered',
  states: {
    offered: {
      tags: 'open',
      entry: device.emit(({ context: { kind, pairUntil } }) => ({ type: 'deviceOffered', kind, until: pairUntil })),
      on: {
        pair: {
          target: 'paired',
          actions: device.assign(({ event: { at } }) => ({ since: at, pairedAt: at })),
        },
        offerAgain,
        ...lookedAfter,
      },
      after: {
        pairingOver: {
          target: 'lapsed',
          // However late that is noticed.
          actions: device.assign(({ context }) => ({ since: context.pairUntil })),
        },
      },
    },
    lapsed: {
      entry: device.emit({ type: 'deviceOfferLapsed' }),
      on: { offerAgain, ...lookedAfter },
    },
    paired: {
      tags: 'open',
      entry: device.emit(({ context: { kind } }) => ({ type: 'devicePaired', kind })),
      on: lookedAfter,
    },
    revoked: { type: 'final', entry: 'endToken' },
  },
});

const codeEnds = (at: Instant, { pairingMinutes }: DevicePolicy): Instant => plusMs(at, pairingMinutes * MINUTE_MS);

function offered({ kind, name, site, room, settings, at, known: { policy } }: Offer): Device {
  return {
    kind,
    name,
    site,
    room,
    settings,
    since: at,
    pairUntil: codeEnds(at, policy),
    pairedAt: null,
    reason: null,
    policy,
  };
}
