import type { TextField as FieldName, QuestionState } from '../state.ts';
import { MistakeAt, mistakenAttributes } from './mistakes.tsx';
import type { Shown } from './shown.ts';

interface TextInputProps extends Pick<Shown<QuestionState>, 'state' | 'send'> {
  readonly field: FieldName;
  /** The id of a hint. */
  readonly hint?: string;
}

/** One line of text. The browser and its keyboard are asked to remember, complete and correct nothing. */
export function TextInput({ state, send, field, hint }: TextInputProps) {
  return (
    <input
      id={field}
      type="text"
      value={state.answers[field]}
      onInput={({ currentTarget }) => send({ type: 'type', field, text: currentTarget.value })}
      autocomplete="off"
      autocorrect="off"
      autocapitalize="words"
      spellcheck={false}
      {...mistakenAttributes(field, state.mistakes, hint)}
    />
  );
}

/** A text input under its label. */
export function TextField({ label, remark, words, ...input }: TextInputProps & Shown<QuestionState> & FieldTexts) {
  return (
    <div class="field">
      <label for={input.field}>
        {label} {remark && <span class="remark">{remark}</span>}
      </label>
      <MistakeAt field={input.field} mistakes={input.state.mistakes} words={words} />
      <TextInput {...input} />
    </div>
  );
}

interface FieldTexts {
  readonly label: string;
  readonly remark?: string;
}
