import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { type CommandName, commands, type FieldName } from '../commands.ts';
import { useWords } from '../language.ts';
import type { Sending } from '../sending.ts';
import { Field } from './field.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What was typed for a command. */
export type Typed = { readonly [Name in FieldName]?: string };
export interface Wanted {
  readonly command: CommandName;
  readonly typed: Typed;
}

interface CommandDialogProps {
  readonly command: CommandName;
  /** Kept outside, so that closing the form loses nothing. */
  readonly typed: Typed;
  readonly type: (typed: Typed) => void;
  readonly sending: Sending<Wanted>;
  readonly close: () => void;
}

/** The form of a command that takes something: opened over the visit, closed by Esc or when it is done. */
export function CommandDialog({ command, typed, type, sending, close }: CommandDialogProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState<readonly FieldName[]>([]);
  const { fields, tone } = commands[command];

  // Before the browser goes on: what is typed next belongs into the form. Closing gives the focus back to the button.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = fields.filter(({ name, required }) => required && !typed[name]?.trim()).map(({ name }) => name);
    setWrong(missing);
    const [first] = missing;
    if (first === undefined) sending.submit({ command, typed });
    else document.getElementById(`command-${first}`)?.focus();
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby="command-title"
      // Esc, at once: the browser's own `close` comes later, when somebody quick may have opened the form again.
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // Where a browser closes without asking, as Chromium does at a second Esc.
      onClose={() => dialog.current?.open || close()}
    >
      <form noValidate onSubmit={submit}>
        <h2 id="command-title">{t.visits.commands[command]}</h2>
        {sending.problem && (
          <ProblemNotice
            problem={sending.problem}
            busy={sending.busy}
            again={() => sending.submit({ command, typed })}
          />
        )}
        {fields.map(({ name, required, maxLength, lines }) => (
          <Field
            key={name}
            id={`command-${name}`}
            label={t.command.fields[name]}
            required={required}
            hint={t.command.hints[name]}
            error={wrong.includes(name) ? t.command.required[name] : undefined}
          >
            {(ties) => {
              const entry = {
                ...ties,
                maxLength,
                required,
                value: typed[name] ?? '',
                onChange: ({ target }: { target: { value: string } }) => type({ ...typed, [name]: target.value }),
              };
              return lines > 1 ? <textarea {...entry} rows={lines} /> : <input {...entry} autoComplete="off" />;
            }}
          </Field>
        ))}
        <div className="buttons">
          <button type="submit" className={tone} aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : t.visits.commands[command]}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
