import { describe, expect, test } from 'vitest';
import { createLive, EVERY_MS, LONGEST_PAUSE_MS, RARELY_MS, SHORTEST_PAUSE_MS } from '../src/live.ts';
import { officeByHand, pageByHand } from './page-by-hand.ts';

/** A page that shows when the server was asked, of an office whose visits concern it; the server can be away. */
function scene() {
  const page = pageByHand();
  const office = officeByHand();
  const server = { asked: [] as number[], brokenOff: 0, away: false, silent: false, slowMs: 0 };
  const live = createLive<number, { code: string }>(
    async (signal) => {
      server.asked.push(page.now());
      const data = page.now();
      signal.addEventListener('abort', () => server.brokenOff++);
      if (server.silent) await new Promise(() => {});
      if (server.slowMs > 0) await new Promise<void>((done) => page.around.after(server.slowMs, done));
      return server.away ? { problem: { code: 'unreachable' } } : { data };
    },
    { events: office.events, concerns: ({ workflow }) => workflow === 'visit', around: page.around },
  );
  return { live, server, office, ...page };
}

describe('while the events are away', () => {
  test('it asks every two seconds while somebody listens, and not a second longer', async () => {
    const { live, server, office, passes } = scene();
    await passes(10_000);
    expect(server.asked).toEqual([]);
    const stop = live.subscribe(() => {});
    await passes(5_000);
    expect(server.asked).toEqual([10_000, 12_000, 14_000]);
    expect(live.snapshot()).toEqual({ data: 14_000, at: 14_000, problem: undefined, paused: false });
    stop();
    await passes(60_000);
    expect(server.asked).toHaveLength(3);
    expect(office.listeners.size).toBe(0);
  });

  test('it keeps what it had while the server is away too, says so, and asks less and less often', async () => {
    const { live, server, passes } = scene();
    live.subscribe(() => {});
    await passes(0);
    server.away = true;
    await passes(200_000);
    const pauses = server.asked.slice(1).map((at, index) => at - (server.asked[index] ?? 0));
    expect(pauses.slice(0, 6)).toEqual([EVERY_MS, 4_000, 8_000, 16_000, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS]);
    expect(live.snapshot()).toMatchObject({ data: 0, at: 0, problem: { code: 'unreachable' } });
    server.away = false;
    await passes(LONGEST_PAUSE_MS);
    expect(live.snapshot().problem).toBeUndefined();
    const back = server.asked.length;
    await passes(EVERY_MS * 2);
    expect(server.asked.length).toBe(back + 2);
  });
});

describe('while it is told what happens', () => {
  /** Connected and up to date since 0. */
  async function connected() {
    const all = scene();
    all.live.subscribe(() => {});
    all.office.tells({ event: 'reset' });
    await all.passes(1_000);
    all.server.asked.length = 0;
    return all;
  }

  test('it does not poll, but asks once a minute for what no event tells of', async () => {
    const { server, passes } = await connected();
    await passes(3 * RARELY_MS - 1_000);
    expect(server.asked).toHaveLength(2);
  });

  test('what concerns it is asked for at once, what does not is not', async () => {
    const { server, office, passes } = await connected();
    office.happens('message');
    await passes(500);
    expect(server.asked).toEqual([]);
    office.happens('visit');
    await passes(0);
    expect(server.asked).toEqual([1_500]);
  });

  test('a busy morning is asked for a few times a second, and the last of it is not missed', async () => {
    const { live, server, office, passes } = await connected();
    for (let event = 0; event < 100; event++) {
      office.happens('visit');
      await passes(10);
    }
    const ended = 2_000;
    await passes(RARELY_MS / 2);
    expect(server.asked).toEqual([1_000, 1_300, 1_600, 1_900, 2_200]);
    expect(live.snapshot().data).toBeGreaterThanOrEqual(ended);
  });

  test('a slow answer is not broken off by what happens meanwhile: it is shown, and asked for once more', async () => {
    const { live, server, office, passes } = await connected();
    server.slowMs = 1_000;
    for (let event = 0; event < 25; event++) {
      office.happens('visit');
      await passes(100);
    }
    expect(server.brokenOff).toBe(0);
    expect(server.asked).toEqual([1_000, 2_000, 3_000]);
    expect(live.snapshot().data).toBe(2_000);
  });

  test('what began while the first answer was on its way is asked for once that has come', async () => {
    const { live, server, office, passes } = scene();
    server.slowMs = 100;
    live.subscribe(() => {});
    await passes(50);
    office.tells({ event: 'reset' });
    await passes(5_000);
    expect(server.asked).toEqual([0, SHORTEST_PAUSE_MS]);
  });

  test('a lost connection is tried at once and polled from then on; back again, it is asked for and left at that', async () => {
    const { live, server, office, passes } = await connected();
    server.away = true;
    office.tells({ event: 'away' });
    await passes(0);
    expect(live.snapshot().problem).toEqual({ code: 'unreachable' });
    await passes(100_000); // long pauses by now
    server.away = false;
    server.asked.length = 0;
    office.tells({ event: 'resumed' });
    await passes(30_000);
    expect(server.asked).toEqual([101_000]);
    expect(live.snapshot().problem).toBeUndefined();
    office.tells({ event: 'away' });
    await passes(4_000);
    expect(server.asked).toEqual([101_000, 131_000, 133_000, 135_000]);
  });

  test('paused or hidden it asks for nothing, whatever happens', async () => {
    const { live, server, office, passes, turns } = await connected();
    live.pause();
    office.happens('visit');
    await passes(RARELY_MS);
    live.resume();
    turns('hidden');
    server.asked.length = 0;
    office.happens('visit');
    await passes(RARELY_MS);
    expect(server.asked).toEqual([]);
  });
});

test('asks nothing while the page is hidden, and at once when it is seen again', async () => {
  const { live, server, passes, turns } = scene();
  live.subscribe(() => {});
  await passes(1_000);
  turns('hidden');
  await passes(60_000);
  expect(server.asked).toEqual([0]);
  turns('visible');
  await passes(0);
  expect(server.asked).toEqual([0, 61_000]);
});

test('a refresh does not wait for an older answer, and that answer is thrown away', async () => {
  const { live, server, passes } = scene();
  live.subscribe(() => {});
  server.silent = true;
  await passes(2_000);
  server.silent = false;
  await passes(1_000);
  live.refresh();
  await passes(0);
  expect(live.snapshot().data).toBe(3_000);
});

test('paused, it asks nothing, a refresh neither; resumed, it asks at once', async () => {
  const { live, server, passes } = scene();
  live.subscribe(() => {});
  await passes(0);
  live.pause();
  live.refresh();
  await passes(60_000);
  expect(server.asked).toEqual([0]);
  expect(live.snapshot()).toMatchObject({ paused: true, data: 0 });
  live.resume();
  await passes(0);
  expect(server.asked).toEqual([0, 60_000]);
});
