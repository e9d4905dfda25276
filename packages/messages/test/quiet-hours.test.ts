import { Instant, isBefore, localTime, MINUTE_MS, millisOf, plusMs, TimeZone } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfQuietHours, QuietHours } from '../src/quiet-hours.ts';

const berlin = TimeZone.parse('Europe/Berlin');
const night = QuietHours.parse({ from: '20:00', until: '07:00' });
const end = (at: string, quiet = night) => endOfQuietHours(quiet, berlin, Instant.parse(at));

describe('quiet hours from 20:00 until 07:00 in Berlin', () => {
  it.each([
    ['an evening waits for the next morning', '2026-06-30T21:30:00+02:00', '2026-07-01T05:00:00.000Z'],
    ['the small hours wait for the same morning', '2026-07-01T03:00:00+02:00', '2026-07-01T05:00:00.000Z'],
    ['they begin at 20:00 sharp', '2026-06-30T20:00:00+02:00', '2026-07-01T05:00:00.000Z'],
    [
      'the night in which the clock is put on is an hour shorter',
      '2026-03-28T22:00:00+01:00',
      '2026-03-29T05:00:00.000Z',
    ],
    ['… also after the gap', '2026-03-29T03:00:00+02:00', '2026-03-29T05:00:00.000Z'],
    [
      'the night in which the clock is put back is an hour longer',
      '2026-10-24T22:00:00+02:00',
      '2026-10-25T06:00:00.000Z',
    ],
    ['… in the hour that comes twice, the first time', '2026-10-25T02:30:00+02:00', '2026-10-25T06:00:00.000Z'],
    ['… and the second time', '2026-10-25T02:30:00+01:00', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, at, until) => {
    expect(end(at)).toBe(until);
  });

  it.each(['2026-06-30T07:00:00+02:00', '2026-06-30T19:59:59.999+02:00', '2026-03-29T07:00:00+02:00'])(
    'at %s nothing waits',
    (at) => {
      expect(end(at)).toBeUndefined();
    },
  );
});

it('a lunch break is over on the same day', () => {
  const lunch = QuietHours.parse({ from: '12:00', until: '13:30' });
  expect(end('2026-06-30T12:45:00+02:00', lunch)).toBe('2026-06-30T11:30:00.000Z');
  expect(end('2026-06-30T13:30:00+02:00', lunch)).toBeUndefined();
});

it('an end that the gap moves into the next quiet hours waits for the end of those', () => {
  const nearlyAlways = QuietHours.parse({ from: '03:10', until: '02:50' });
  expect(end('2026-03-28T12:00:00+01:00', nearlyAlways)).toBe('2026-03-30T00:50:00.000Z');
});

it('quiet hours that end as they begin are refused: nobody could say whether that is never or always', () => {
  expect(QuietHours.safeParse({ from: '07:00', until: '07:00' }).success).toBe(false);
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyQuiet = fc
  .tuple(time, time)
  .filter(([from, until]) => from !== until)
  .map(([from, until]) => QuietHours.parse({ from, until }));
/** Around clock changes, over a date that was left out, and where midnight is skipped. */
const anyPlace = fc.constantFrom(
  ...(
    [
      ['Europe/Berlin', '2026-03-29T01:00:00Z'],
      ['Europe/Berlin', '2026-10-25T01:00:00Z'],
      ['America/New_York', '2026-11-01T06:00:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
      ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
      ['Pacific/Apia', '2011-12-30T10:00:00Z'],
      ['Asia/Kathmandu', '2026-06-30T00:00:00Z'],
    ] as const
  ).map(([zone, around]) => ({ zone: TimeZone.parse(zone), around: Instant.parse(around) })),
);
const anyOffsetMs = fc.integer({ min: -48 * 60, max: 48 * 60 }).map((minutes) => minutes * MINUTE_MS);

describe('at any moment, anywhere', () => {
  it('the end is ahead, and is not quiet itself', () => {
    fc.assert(
      fc.property(anyQuiet, anyPlace, anyOffsetMs, (quiet, { zone, around }, offsetMs) => {
        const at = plusMs(around, offsetMs);
        const until = endOfQuietHours(quiet, zone, at);
        if (until === undefined) return;
        expect(isBefore(at, until)).toBe(true);
        expect(endOfQuietHours(quiet, zone, until)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('every moment until the end waits for the same end', () => {
    fc.assert(
      fc.property(
        anyQuiet,
        anyPlace,
        anyOffsetMs,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (quiet, place, offsetMs, share) => {
          const at = plusMs(place.around, offsetMs);
          const until = endOfQuietHours(quiet, place.zone, at);
          if (until === undefined) return;
          const between = plusMs(at, Math.floor((millisOf(until) - millisOf(at) - 1) * share));
          expect(endOfQuietHours(quiet, place.zone, between)).toBe(until);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('away from clock changes it is quiet exactly when the clock on the wall says so', () => {
    const ordinaryDay = Instant.parse('2026-06-30T00:00:00Z');
    fc.assert(
      fc.property(anyQuiet, anyOffsetMs, (quiet, offsetMs) => {
        const at = plusMs(ordinaryDay, offsetMs + MINUTE_MS / 2);
        const shown = localTime(at, berlin);
        const overnight = quiet.until < quiet.from;
        const isQuiet = overnight
          ? shown >= quiet.from || shown < quiet.until
          : shown >= quiet.from && shown < quiet.until;
        const until = endOfQuietHours(quiet, berlin, at);
        expect(until !== undefined).toBe(isQuiet);
        if (until !== undefined) expect(localTime(until, berlin)).toBe(quiet.until);
      }),
      { numRuns: 500 },
    );
  });
});
