import { useCallback, useEffect, useState } from 'react';
import type { Answered, Problem } from '../api.ts';

interface Asked<T> {
  /** The last good answer. */
  readonly data: T | undefined;
  readonly problem: Problem | undefined;
  /** Asks anew; what is there stays meanwhile. */
  readonly again: () => void;
}

/** What is asked for once when its part of a page appears. `ask` must stay the same function. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<Answered<T>>): Asked<T> {
  const [data, setData] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    ask(leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setProblem(answer.problem);
      if (answer.problem === undefined) setData(answer.data);
    });
    return () => leaving.abort();
  }, [ask, times]);
  return { data, problem, again: useCallback(() => setTimes((now) => now + 1), []) };
}
