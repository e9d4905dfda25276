import { expect, test } from 'vitest';
import { createLive, EVERY_MS, LONGEST_PAUSE_MS, type Surroundings } from '../src/live.ts';

/** A page with a clock that moves by hand, and a server that can be away. */
function page() {
  let now = 0;
  let hidden = false;
  let seen = () => {};
  let waits: { due: number; run: () => void }[] = [];
  const around: Surroundings = {
    now: () => now,
    after(ms, run) {
      const wait = { due: now + ms, run };
      waits.push(wait);
      return () => {
        waits = waits.filter((each) => each !== wait);
      };
    },
    hidden: () => hidden,
    onChange(run) {
      seen = run;
      return () => {
        seen = () => {};
      };
    },
  };
  const server = { asked: [] as number[], away: false, silent: false };
  const live = createLive<number, { code: string }>(async () => {
    server.asked.push(now);
    if (server.silent) await new Promise(() => {});
    return server.away ? { problem: { code: 'unreachable' } } : { data: now };
  }, around);
  const settled = () => new Promise((done) => setImmediate(done));
  return {
    live,
    server,
    async passes(ms: number) {
      await settled();
      for (const end = now + ms; ; ) {
        const next = waits.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0];
        now = next?.due ?? end;
        if (!next) return;
        waits = waits.filter((each) => each !== next);
        next.run();
        await settled();
      }
    },
    turns(to: 'hidden' | 'visible') {
      hidden = to === 'hidden';
      seen();
    },
  };
}

test('asks every two seconds while somebody listens, and not a second longer', async () => {
  const { live, server, passes } = page();
  await passes(10_000);
  expect(server.asked).toEqual([]);
  const stop = live.subscribe(() => {});
  await passes(5_000);
  expect(server.asked).toEqual([10_000, 12_000, 14_000]);
  expect(live.snapshot()).toEqual({ data: 14_000, at: 14_000, problem: undefined, paused: false });
  stop();
  await passes(60_000);
  expect(server.asked).toHaveLength(3);
});

test('asks nothing while the page is hidden, and at once when it is seen again', async () => {
  const { live, server, passes, turns } = page();
  live.subscribe(() => {});
  await passes(1_000);
  turns('hidden');
  await passes(60_000);
  expect(server.asked).toEqual([0]);
  turns('visible');
  await passes(0);
  expect(server.asked).toEqual([0, 61_000]);
});

test('keeps what it had while the server is away, says so, and asks less and less often', async () => {
  const { live, server, passes } = page();
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

test('a refresh does not wait for an older answer, and that answer is thrown away', async () => {
  const { live, server, passes } = page();
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
  const { live, server, passes } = page();
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
