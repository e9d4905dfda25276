import type { Actor } from '@front-office/kernel';
import { createSignIn } from '@front-office/sign-in';
import { MemoryDirectory } from '@front-office/sign-in/testing';
import { HOUR_MS, Instant, newId } from '@front-office/values';
import { expect, it, onTestFinished, vi } from 'vitest';
import { limitRequests } from '../src/request-limit.ts';
import { keepTidy } from '../src/tidying.ts';

it('whoever sends commands without end is stopped, by their kind; a screen that looks again is not', async () => {
  const signIn = createSignIn({
    directory: new MemoryDirectory(),
    now: () => Instant.parse('2026-06-30T09:00:20+02:00'),
    sealKey: new Uint8Array(32),
    relyingParty: { id: 'localhost', name: 'Front Office', origins: ['http://localhost'] },
  });
  const count = limitRequests(signIn);
  const office = newId();
  const by = (kind: Actor['kind'], id: string) => ({ office, actor: { kind, id, capabilities: new Set<string>() } });
  const counted = async (caller: ReturnType<typeof by>, method: 'GET' | 'POST', times: number) => {
    for (let time = 1; time < times; time += 1) await count(caller, method);
    return count(caller, method);
  };
  expect(await counted(by('device', 'kiosk'), 'POST', 120)).toEqual({ limit: 120, remaining: 0, resetSeconds: 40 });
  expect(await counted(by('device', 'kiosk'), 'POST', 1)).toMatchObject({ remaining: -1 });
  expect(await counted(by('device', 'kiosk'), 'GET', 1_300)).toBeUndefined();
  expect(await counted(by('device', 'another'), 'POST', 1)).toMatchObject({ remaining: 119 });
  expect(await counted(by('staff', 'anna'), 'POST', 1_201)).toMatchObject({ limit: 1_200, remaining: -1 });
  expect(await counted(by('staff', 'anna'), 'GET', 1)).toBeUndefined();
  expect(await counted(by('service', 'program'), 'GET', 601)).toMatchObject({ limit: 600, remaining: -1 });
});

it('what has long been over is dropped at the start and every six hours, and a failure is told and not the last try', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const tidy = vi.fn(async () => {});
  tidy.mockRejectedValueOnce(new Error('away'));
  const onProblem = vi.fn();
  const stop = keepTidy({ tidy, onProblem });
  await vi.advanceTimersByTimeAsync(1);
  expect([tidy.mock.calls.length, onProblem.mock.calls.map(([, where]) => where)]).toEqual([1, ['tidying']]);
  await vi.advanceTimersByTimeAsync(12 * HOUR_MS);
  expect([tidy.mock.calls.length, onProblem.mock.calls.length]).toEqual([3, 1]);
  stop();
  await vi.advanceTimersByTimeAsync(12 * HOUR_MS);
  expect(tidy).toHaveBeenCalledTimes(3);
});
