import { type Instant, plusMs } from '@front-office/values';
import type { ZodError } from 'zod';
import type { Actor } from '../actor.ts';
import type { Decidable } from '../decide.ts';
import { runOwnCommand } from '../dispatch.ts';
import { type EffectAnswer, EffectFailed, type EffectHere } from '../effect.ts';
import { StoreAway, type WorkItem } from '../store.ts';
import { upgraded } from '../upgrade.ts';
import { backoffMs } from './backoff.ts';
import type { Company } from './company.ts';
import { codeOf } from './failure-code.ts';
import type { LeasedJob } from './jobs-port.ts';
import { isReactionJob } from './reaction-jobs.ts';
import { runReactionJob } from './reactions.ts';

/** For so long a job is a worker's own; a worker that dies holds it up no longer. */
const LEASE_MS = 60_000;
/** One try takes no longer, so that its lease is still good when it is noted. */
const TRY_MS = 45_000;
const MOST_ATTEMPTS = 12;
const MOST_AT_ONCE = 16;

/** What a person sees when an effect or a reaction has failed for good. */
const FAILED_ITEM = { kind: 'effect.failed', needs: 'office.repair', assignee: null, label: null } as const;

/** Refusals of an answer that has come too late: the case has gone on, is gone, or heard another answer before. */
const TOO_LATE: ReadonlySet<string> = new Set(['not_now', 'not_found', 'request_reused']);

/** Carries out what commits have left to do. */
export interface JobRunner {
  /** Takes what is due, as much as there is room for, and begins it; answers how many jobs that were. */
  begin(): Promise<number>;
  /** Waits until nothing that was begun is still going on. */
  settled(): Promise<void>;
}

export function jobRunner(company: Company, stopping: AbortSignal): JobRunner {
  const { store, now, onProblem } = company;
  const inFlight = new Set<Promise<void>>();
  return {
    async begin() {
      const room = MOST_AT_ONCE - inFlight.size;
      if (room <= 0 || stopping.aborted) return 0;
      const at = now();
      const jobs = await store.jobs.lease({ now: at, until: plusMs(at, LEASE_MS), limit: room });
      for (const job of jobs) {
        const running = runJob(company, job, stopping)
          .catch((error: unknown) => onProblem(error, job.effect)) // its lease passes, and somebody tries again
          .finally(() => {
            const wasFull = inFlight.size === MOST_AT_ONCE;
            inFlight.delete(running);
            if (wasFull) company.committed(); // there is room again for what waits
          });
        inFlight.add(running);
      }
      return jobs.length;
    },
    async settled() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

async function runJob(company: Company, job: LeasedJob, stopping: AbortSignal): Promise<void> {
  const { store, now, onProblem } = company;
  let most = MOST_ATTEMPTS;
  try {
    if (isReactionJob(job)) await runReactionJob(company, job);
    else {
      const { definition, spec } = effectOf(company, job);
      most = spec.attempts ?? most;
      await runEffect(company, definition, job, stopping);
    }
  } catch (error) {
    // Nothing can be noted now: the lease passes.
    if (error instanceof StoreAway) throw error;
    // Whoever stops the server has not failed at anything: the next one begins at once.
    if (stopping.aborted) {
      await store.jobs.postpone(job, { runAt: now(), error: 'stopped' });
      return;
    }
    const failure = codeOf(error);
    const permanent = error instanceof EffectFailed && error.permanent;
    onProblem(error, job.effect);
    if (permanent || job.attempts >= most)
      await store.jobs.bury(job, { failedAt: now(), error: failure, item: failedItem(now()) });
    else await store.jobs.postpone(job, { runAt: plusMs(now(), backoffMs(job.attempts, job.key)), error: failure });
    return;
  }
  await store.jobs.finish(job);
}

const failedItem = (due: Instant): WorkItem => ({ ...FAILED_ITEM, due });

/** `message.send` → the workflow `message` and its effect `send`. */
function effectOf({ definitions }: Company, { effect }: LeasedJob) {
  const [workflow = '', name = ''] = effect.split('.');
  const definition = definitions.get(workflow);
  const spec = definition?.effects[name];
  if (definition === undefined || spec === undefined) throw new EffectFailed('effect_unknown', { permanent: true });
  return { definition, spec };
}

async function runEffect(company: Company, definition: Decidable, job: LeasedJob, stopping: AbortSignal) {
  const { office, case: id } = job;
  const { spec } = effectOf(company, job);
  const loaded = await company.store.load({ office, workflow: definition.name, case: id, lookups: [] });
  if (loaded.case === undefined) return; // erased: nothing is done for it any more
  const here: EffectHere<unknown> = {
    office,
    case: id,
    key: job.key,
    attempt: job.attempts,
    at: company.now(),
    context: upgraded(definition, loaded.case).snapshot.context,
    ports: company.ports,
    read: (read) => company.read(office, read),
    signal: AbortSignal.any([stopping, company.timeLimit(TRY_MS)]),
  };
  const params = paramsOf(spec.params.safeParse(job.params));
  const answer = await withinTime(() => spec.run(params, here), here.signal);
  if (answer) await tell(company, definition, job, answer);
}

function paramsOf(parsed: { success: boolean; data?: unknown; error?: ZodError }): unknown {
  if (!parsed.success) throw new EffectFailed('params_invalid', { permanent: true, cause: parsed.error });
  return parsed.data;
}

/** An effect that does not listen to its signal is left behind; its key tells the other side when it is tried again. */
async function withinTime<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted(); // the server has stopped while the case was loaded
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timedOut = () => reject(new EffectFailed('timed_out'));
  signal.addEventListener('abort', timedOut, { once: true });
  try {
    return await Promise.race([run(), over]);
  } finally {
    signal.removeEventListener('abort', timedOut);
  }
}

/** The effect's answer as a command: it may do what it answers, and the key makes it one wish however often it is told. */
async function tell(company: Company, definition: Decidable, job: LeasedJob, { command, input }: EffectAnswer) {
  const { office, case: id, key } = job;
  const needs = definition.compiled.get(command)?.needs;
  const actor: Actor = { kind: 'system', id: 'effects', capabilities: new Set(needs === undefined ? [] : [needs]) };
  const asked = { office, case: id, actor, request: `effect:${key}` };
  const outcome = await company.inTurn(office, id, () => runOwnCommand(company, definition, command, input, asked));
  if (outcome.refused && !TOO_LATE.has(outcome.refused.code)) throw new EffectFailed(`answer_${outcome.refused.code}`);
}
