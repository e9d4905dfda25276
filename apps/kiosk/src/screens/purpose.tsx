import { headingOf } from '../heading.ts';
import type { QuestionState } from '../state.ts';
import { Choices } from './choices.tsx';
import { MistakeAt } from './mistakes.tsx';
import { QuestionForm } from './question.tsx';
import type { Shown } from './shown.ts';

/** What for, among what the office offers. Nobody must say. */
export function PurposeScreen(shown: Shown<QuestionState>) {
  const { state, send, words } = shown;
  const choices = state.welcome.purposes.map(({ id, label }) => ({
    id,
    label: label[state.language],
    isChosen: id === state.answers.purpose,
    choose: () => send({ type: 'choosePurpose', purpose: id }),
  }));
  const none = {
    id: '',
    label: words.noneOfThese,
    isChosen: false,
    choose: () => send({ type: 'choosePurpose', purpose: null }),
  };
  return (
    <QuestionForm {...shown}>
      <h1 tabIndex={-1}>{headingOf(state)}</h1>
      <MistakeAt field="purpose" mistakes={state.mistakes} words={words} />
      <Choices choices={[...choices, none]} firstId="purpose" />
    </QuestionForm>
  );
}
