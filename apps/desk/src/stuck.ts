import type { Client } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import type { MessageLine, Problem, StuckJob } from './api.ts';
import type { OfficeEvents } from './events.ts';
import { createLive, type Live, type Loaded } from './live.ts';

/** What was left undone and waits for a person. */
export interface Stuck {
  /** Tried again and again, and failed for good; oldest first. */
  readonly jobs: readonly Job[];
  /** Messages that did not arrive; the one that failed last first. */
  readonly messages: readonly MessageLine[];
  /** Whether there is more than is listed here. */
  readonly more: boolean;
}

export interface Job extends StuckJob {
  /** The message that it was to send. */
  readonly message: MessageLine | undefined;
}

/** As many of each kind as one look shows; nobody reads more before the first are seen to. */
const MOST = 200;
/** Nobody waits at the desk for this list. */
const EVERY_MS = 10_000;

/**
 * What is stuck, as long as somebody looks. A message that does not arrive is heard of at once; what failed for good is
 * no event of the office, and is noticed within a minute.
 */
export const createStuck = (api: Client<OfficeRoutes>, events: OfficeEvents): Live<Stuck, Problem> =>
  createLive<Stuck, Problem>((signal) => loadStuck(api, signal), {
    events,
    everyMs: EVERY_MS,
    concerns: ({ workflow, tags, case: id }, data) =>
      workflow === 'message' &&
      (tags.includes('undelivered') || data?.messages.some(({ message }) => message === id) === true),
  });

export const countOf = (stuck: Stuck | undefined): number => (stuck ? stuck.jobs.length + stuck.messages.length : 0);

async function loadStuck(api: Client<OfficeRoutes>, signal: AbortSignal): Promise<Loaded<Stuck, Problem>> {
  const [jobs, bounced, failed] = await Promise.all([
    api.call('GET /desk/stuck', {}, { signal }),
    api.call('GET /messages', { state: 'bounced', limit: MOST }, { signal }),
    api.call('GET /messages', { state: 'failed', limit: MOST }, { signal }),
  ]);
  if (jobs.problem) return { problem: jobs.problem };
  if (bounced.problem) return { problem: bounced.problem };
  if (failed.problem) return { problem: failed.problem };
  const { stuck } = jobs.data;
  const sending = await beingSent(api, signal, stuck);
  const messages = [...bounced.data.messages, ...failed.data.messages];
  return {
    data: {
      jobs: stuck.map((job) => ({ ...job, message: sending.get(job.case) })),
      messages: messages.sort((one, other) => (one.since < other.since ? 1 : -1)), // instants sort as their strings
      more: stuck.length === MOST || bounced.data.next !== null || failed.data.next !== null,
    },
  };
}

/** The messages that jobs are stuck with, by id. One that cannot be had now is done without. */
async function beingSent(api: Client<OfficeRoutes>, signal: AbortSignal, stuck: readonly StuckJob[]) {
  if (!stuck.some(({ workflow }) => workflow === 'message')) return new Map<string, MessageLine>();
  const { data } = await api.call('GET /messages', { state: 'queued', limit: MOST }, { signal });
  return new Map<string, MessageLine>(data?.messages.map((line) => [line.message, line]));
}
