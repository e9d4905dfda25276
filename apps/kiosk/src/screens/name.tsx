import { headingOf } from '../heading.ts';
import type { QuestionState } from '../state.ts';
import { QuestionForm } from './question.tsx';
import type { Shown } from './shown.ts';
import { TextField } from './text-field.tsx';

/** Who is there. Who has one name alone writes it as the family name. */
export function NameScreen(shown: Shown<QuestionState>) {
  const { words } = shown;
  return (
    <QuestionForm {...shown}>
      <fieldset>
        <legend>
          <h1>{headingOf(shown.state)}</h1>
        </legend>
        <TextField {...shown} field="given" label={words.given} remark={words.optional} />
        <TextField {...shown} field="family" label={words.family} />
        <TextField {...shown} field="company" label={words.company} remark={words.optional} />
      </fieldset>
    </QuestionForm>
  );
}
