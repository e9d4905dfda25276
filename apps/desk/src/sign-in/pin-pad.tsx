import { Delete } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { api, type Place, type Problem, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import { useFocusFirst } from './doorway.tsx';

const LENGTH = 6;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

interface PinPadProps {
  readonly place: Pick<Place, 'session'>;
  readonly entered: (who: WhoAmI) => void;
  /** The place is not open any more: only a full sign-in opens another. */
  readonly over: (why: Problem) => void;
  readonly wrong: (wrong: boolean) => void;
}

/** Opens a place by its PIN: typed, or tapped. The sixth digit sends it. */
export function PinPad({ place: { session }, entered, over, wrong }: PinPadProps) {
  const t = useWords();
  const [pin, setPin] = useState('');
  const [isShort, setShort] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const sending = useTrying(async (typed: string) => {
    const answer = await api.call('POST /place', { session, pin: typed });
    setPin('');
    if (answer.problem?.code === 'place_over' || answer.problem?.code === 'pin_not_set') over(answer.problem);
    return answer;
  }, entered);
  const { problem, busy } = sending;
  useEffect(() => wrong(problem !== undefined || isShort), [wrong, problem, isShort]);

  function type(text: string) {
    if (busy) return;
    const typed = text.replace(/\D/g, '').slice(0, LENGTH);
    setShort(false);
    setPin(typed);
    if (typed.length === LENGTH) void sending.submit(typed);
  }
  function send(event: FormEvent) {
    event.preventDefault();
    setShort(pin.length < LENGTH);
    if (pin.length === LENGTH) void sending.submit(pin);
    else first.current?.focus();
  }
  /** Wherever the focus is, such as on what went wrong: the next digits are the next try. */
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    const isTyping = /^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isTyping || event.target === first.current) return;
    event.preventDefault();
    first.current?.focus();
    type(pin + event.key);
  }

  return (
    <form className="entry-form pin-form" noValidate aria-labelledby="heading" onSubmit={send} onKeyDown={onKeyDown}>
      {problem && <ProblemNotice problem={problem} busy={busy} again={() => sending.forget()} />}
      <Field
        id="pin"
        label={t.signIn.fields.pin}
        required
        hint={t.signIn.hints.pin}
        error={isShort ? t.signIn.missing.pin : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            ref={first}
            className="pin"
            type="password"
            inputMode="numeric"
            autoComplete="off"
            required
            value={pin}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more heading for ten keys */}
      <div className="pin-keys" role="group" aria-label={t.signIn.pin.digits}>
        {digits.map((digit) => (
          <button key={digit} type="button" aria-disabled={busy} onClick={() => type(pin + digit)}>
            {digit}
          </button>
        ))}
        <button type="button" aria-label={t.signIn.pin.delete} onClick={() => type(pin.slice(0, -1))}>
          <Delete size={20} aria-hidden="true" />
        </button>
      </div>
      <div className="buttons">
        <button type="submit" className="main" aria-disabled={busy}>
          {busy ? t.signIn.busy : t.signIn.pin.submit}
        </button>
      </div>
    </form>
  );
}
