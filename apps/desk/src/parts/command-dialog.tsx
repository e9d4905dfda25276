import { type FormEvent, useState } from 'react';
import { type CommandName, commands, type FieldName } from '../commands.ts';
import { type Language, useWords } from '../language.ts';
import type { Sending } from '../sending.ts';
import { CommandEntry } from './command-entry.tsx';
import { Field } from './field.tsx';
import { Modal } from './modal.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What was typed for a command. */
export type Typed = { readonly [Name in FieldName]?: string };
export interface Wanted {
  readonly command: CommandName;
  readonly typed: Typed;
}

/** For what a house keeps visits back, and for what it keeps this one. */
export interface Labels {
  readonly offered: readonly { readonly id: string; readonly label: Readonly<Record<Language, string>> }[];
  readonly chosen: string | null;
}

interface CommandDialogProps {
  readonly command: CommandName;
  /** Kept outside, so that closing the form loses nothing. */
  readonly typed: Typed;
  readonly type: (typed: Typed) => void;
  readonly labels: Labels;
  readonly sending: Sending<Wanted>;
  readonly close: () => void;
}

/** The form of a command that takes something: opened over the visit, closed by Esc or when it is done. */
export function CommandDialog({ command, typed, type, labels, sending, close }: CommandDialogProps) {
  const t = useWords();
  const [wrong, setWrong] = useState<readonly FieldName[]>([]);
  const { fields, tone } = commands[command];

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = fields.filter(({ name, required }) => required && !typed[name]?.trim()).map(({ name }) => name);
    setWrong(missing);
    const [first] = missing;
    if (first === undefined) sending.submit({ command, typed });
    else document.getElementById(`command-${first}`)?.focus();
  }

  return (
    <Modal labelledBy="command-title" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="command-title">{t.visits.commands[command]}</h2>
        {sending.problem && (
          <ProblemNotice
            problem={sending.problem}
            busy={sending.busy}
            again={() => sending.submit({ command, typed })}
          />
        )}
        {fields.map(({ name, required, entry }) => (
          <Field
            key={name}
            id={`command-${name}`}
            label={t.command.fields[name]}
            required={required}
            hint={t.command.hints[name]}
            error={wrong.includes(name) ? t.command.required[name] : undefined}
          >
            {(ties) => (
              <CommandEntry
                entry={entry}
                ties={ties}
                required={required}
                value={typed[name]}
                labels={labels}
                change={(value) => type({ ...typed, [name]: value })}
              />
            )}
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
    </Modal>
  );
}
