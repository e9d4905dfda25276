import { useRef, useState } from 'react';
import type { Problem } from './api.ts';
import { createWishes } from './wishes.ts';

type Answered<T> =
  | { readonly data: T; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: Problem };

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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // Not state: a second click comes before React has drawn the first one.
  const onItsWay = useRef(false);
  const [wishes] = useState(() => createWishes());

  async function submit(input: Input): Promise<void> {
    if (onItsWay.current) return;
    onItsWay.current = true;
    setBusy(true);
    const wish = JSON.stringify(input);
    const answer = await send(input, wishes.requestFor(wish));
    onItsWay.current = false;
    setBusy(false);
    setProblem(answer.problem);
    if (answer.problem !== undefined) return;
    wishes.accepted(wish);
    accepted(answer.data, input);
  }

  return { busy, problem, submit, forget: () => setProblem(undefined) };
}
