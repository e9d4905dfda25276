import { CircleCheck, CirclePause, CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Problem } from '../api.ts';
import { useLanguage, type Words, words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { timeOfDay } from '../times.ts';

interface ConnectionProps {
  readonly snapshot: Snapshot<unknown, Problem>;
  /** The office's zone; the browser's own while it is unknown. */
  readonly zone?: string | undefined;
}

/**
 * Whether what is shown is true now, and else how old it is. Spoken only when it changes: the age is beside the live
 * region, not in it.
 */
export function Connection({ snapshot: { at, problem, paused }, zone }: ConnectionProps) {
  const language = useLanguage();
  const t = words[language];
  const isOld = problem !== undefined || paused;
  const now = useNow(isOld ? 1_000 : undefined);
  const Icon = problem ? CloudOff : paused ? CirclePause : CircleCheck;
  return (
    <div className={`connection ${problem ? 'connection-away' : paused ? 'connection-paused' : ''}`}>
      <Icon size={16} aria-hidden="true" />
      <p>
        <span role="status">{sentence(t, problem, paused, at)}</span>{' '}
        {isOld && at !== undefined && (
          <span>{t.connection.asOf(timeOfDay(at, zone ?? browserZone(), language), age(t, now - at))}</span>
        )}
      </p>
    </div>
  );
}

function sentence(t: Words, problem: Problem | undefined, paused: boolean, at: number | undefined): string {
  if (problem) return problem.code === 'unreachable' ? t.connection.away : t.connection.trouble;
  if (paused) return t.today.paused;
  return at === undefined ? t.chrome.loading : t.connection.live;
}

function age({ connection }: Words, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return connection.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? connection.minutes(minutes) : connection.hours(Math.floor(minutes / 60));
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** This machine's clock, read anew every so often; without a pause only when something else draws anew. */
export function useNow(everyMs: number | undefined): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Date.now();
}
