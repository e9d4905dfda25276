import { useRef, useState } from 'react';
import type { Answered, Problem } from './api.ts';
import { createWishes } from './wishes.ts';

export interface Sending<Input> {
  readonly busy: boolean;
  /** Why the last try came to nothing. */
  readonly problem: Problem | undefined;
  /** Sends once, however often it is called meanwhile. The same input again is the same request. */
  submit(input: Input): Promise<void>;
  forget(): void;
}

/** Sends what a person wants to the server, each wish once. */
export function useSending<Input, T>(
  send: (input: Input, request: string) => Promise<Answered<T>>,
  accepted: (answer: T, input: Input) => void,
): Sending<Input> {
  const [wishes] = useState(() => createWishes());
  return useTrying(
    (input: Input) => send(input, wishes.requestFor(JSON.stringify(input))),
    (answer: T, input) => {
      wishes.accepted(JSON.stringify(input));
      accepted(answer, input);
    },
  );
}

/** Tries what may be tried as often as one likes, and of which nothing is to be remembered: a password, a code. */
export function useTrying<Input, T>(
  attempt: (input: Input) => Promise<Answered<T>>,
  accepted: (answer: T, input: Input) => void,
): Sending<Input> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // Not state: a second click comes before React has drawn the first one.
  const onItsWay = useRef(false);

  async function submit(input: Input): Promise<void> {
    if (onItsWay.current) return;
    onItsWay.current = true;
    setBusy(true);
    const answer = await attempt(input);
    onItsWay.current = false;
    setBusy(false);
    setProblem(answer.problem);
    if (answer.problem === undefined) accepted(answer.data, input);
  }

  return { busy, problem, submit, forget: () => setProblem(undefined) };
}
