import { useCallback, useEffect, useState } from 'react';
import type { Answered, Problem } from '../api.ts';

export interface LoadedOnce<T> {
  readonly data: T | undefined;
  readonly problem: Problem | undefined;
  /** Asks anew; what is shown stays until the answer is here. */
  readonly reload: () => void;
}

/** Asks once when a screen opens, and again when something was done there: for what rarely changes under one's hands. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<Answered<T>>, about = ''): LoadedOnce<T> {
  const [answer, setAnswer] = useState<Answered<T>>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    void load(leaving.signal).then((next) => {
      if (!leaving.signal.aborted) setAnswer((before) => (next.problem && before?.data ? before : next));
    });
    return () => leaving.abort();
  }, [turn, about]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { data: answer?.data, problem: answer?.problem, reload };
}
