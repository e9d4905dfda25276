import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { type Draft, unreadable } from './draft.ts';
import { type Day, days } from './hours.ts';

interface OfficeStepProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly next: () => void;
  readonly back: ReactNode;
}

const asked = ['name', 'street', 'town', 'country', 'state', 'zone'] as const;
const optional: readonly string[] = ['state'];

/** What the office is called, where it lies and when it is open. */
export function OfficeStep({ draft, change, next, back }: OfficeStepProps) {
  const t = useWords().setUp;
  const [wrong, setWrong] = useState<readonly string[]>([]);
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing: readonly string[] = asked.filter((name) => !optional.includes(name) && draft[name].trim() === '');
    const found = [...missing, ...unreadable(draft)];
    setWrong(found);
    if (found[0] === undefined) next();
    else document.getElementById(`office-${found[0]}`)?.focus();
  }
  const type = (day: Day, text: string) => change({ ...draft, hours: { ...draft.hours, [day]: text } });
  return (
    <form className="entry-form" noValidate onSubmit={submit} aria-labelledby="heading">
      {asked.map((name) => (
        <Field
          key={name}
          id={`office-${name}`}
          label={t.fields[name]}
          required={!optional.includes(name)}
          hint={t.hints[name]}
          error={wrong.includes(name) ? t.missing[name] : undefined}
        >
          {(ties) => (
            <input
              {...ties}
              value={draft[name]}
              onChange={({ target }) => change({ ...draft, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <fieldset>
        <legend>{t.hours}</legend>
        <p className="hint">{t.hoursHint}</p>
        {days.map((day) => (
          <Field
            key={day}
            id={`office-${day}`}
            label={t.days[day]}
            required
            error={wrong.includes(day) ? t.hoursWrong : undefined}
          >
            {(ties) => <input {...ties} value={draft.hours[day]} onChange={({ target }) => type(day, target.value)} />}
          </Field>
        ))}
      </fieldset>
      <div className="buttons">
        <button type="submit" className="main">
          {t.next}
        </button>
        {back}
      </div>
    </form>
  );
}
