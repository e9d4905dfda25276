import type { ComponentChildren } from 'preact';
import { questionsOf } from '../flow.ts';
import type { QuestionState } from '../state.ts';
import { MistakeSummary } from './mistakes.tsx';
import type { Shown } from './shown.ts';

interface QuestionProps extends Shown<QuestionState> {
  /** Names what the last one does. */
  readonly goOn?: string;
  readonly children: ComponentChildren;
}

/** A page that asks: what was wrong, how far one is, the question, and the way back and on. */
export function QuestionForm({ state, send, words, goOn = words.goOn, children }: QuestionProps) {
  const steps = questionsOf(state);
  const submit = (event: globalThis.Event) => {
    event.preventDefault();
    send({ type: 'continue' });
  };
  return (
    <form class="question" noValidate autocomplete="off" onSubmit={submit}>
      <MistakeSummary mistakes={state.mistakes} words={words} />
      <p class="step">{words.stepOf(steps.indexOf(state.page) + 1, steps.length)}</p>
      {children}
      <div class="actions">
        <button type="button" onClick={() => send({ type: 'back' })}>
          {words.back}
        </button>
        <button type="submit" class="primary">
          {goOn}
        </button>
      </div>
    </form>
  );
}
