import { type FormEvent, useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Choices } from '../parts/choices.tsx';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { RightLine } from '../people/my-rights.ts';
import { useSending } from '../sending.ts';
import { instantAt } from '../times.ts';

/** What is said of a program, all of it at once. */
export interface Grant {
  readonly name: string;
  readonly purpose: string;
  readonly scopes: readonly string[];
  /** The last day, `2026-12-31`. */
  readonly until: string;
}

interface ProgramFormProps {
  /** The program that is changed; none: a new one. */
  readonly program?: string;
  readonly before: Grant;
  /** What there is to hand on: what one may do oneself. */
  readonly mine: readonly RightLine[];
  readonly zone: string;
  readonly close: () => void;
  readonly done: (program: string) => void;
}

const entries = ['name', 'purpose', 'scopes', 'until'] as const;
type Entry = (typeof entries)[number];

/** What a program is called, what it is for, what it may do, and until when. */
export function ProgramForm({ program, before, mine, zone, close, done }: ProgramFormProps) {
  const language = useLanguage();
  const t = words[language];
  const [typed, setTyped] = useState(before);
  const [isChecked, setChecked] = useState(false);
  const sending = useSending<Grant, { readonly case: string }>(
    ({ until, scopes, ...said }, request): Promise<Answered<{ readonly case: string }>> => {
      const grant = { ...said, scopes: [...scopes], until: instantAt(until, '23:59', zone) };
      return program === undefined
        ? api.call('POST /service-accounts', grant, { request })
        : api.call('POST /service-accounts/{account}/change', { ...grant, account: program }, { request });
    },
    (answer) => done(answer.case),
  );
  const missing = entries.filter((entry) =>
    entry === 'scopes' ? typed.scopes.length === 0 : typed[entry].trim() === '',
  );
  const error = (entry: Entry) => (isChecked && missing.includes(entry) ? t.programs.missing[entry] : undefined);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (missing[0] === undefined) void sending.submit(typed);
    else document.getElementById(`program-${missing[0]}`)?.focus();
  };
  const title = program === undefined ? t.programs.add : t.integrations.serviceAccount.commands.change;
  return (
    <Modal labelledBy="program-form" className="wide" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="program-form">{title}</h2>
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        {(['name', 'purpose'] as const).map((entry) => (
          <Field
            key={entry}
            id={`program-${entry}`}
            label={t.programs.fields[entry]}
            hint={t.programs.hints[entry]}
            error={error(entry)}
            required
          >
            {(ties) => (
              <input
                {...ties}
                maxLength={entry === 'name' ? 80 : 300}
                value={typed[entry]}
                onChange={({ target }) => setTyped({ ...typed, [entry]: target.value })}
              />
            )}
          </Field>
        ))}
        <Choices
          id="program-scopes"
          legend={t.programs.fields.scopes}
          hint={t.programs.hints.scopes}
          error={error('scopes')}
          options={mine.map(({ capability, words: said }) => ({ value: capability, label: said[language] }))}
          chosen={typed.scopes}
          choose={(scopes) => setTyped({ ...typed, scopes })}
        />
        <Field
          id="program-until"
          label={t.programs.fields.until}
          hint={t.programs.hints.until}
          error={error('until')}
          required
        >
          {(ties) => (
            <input
              {...ties}
              type="date"
              value={typed.until}
              onChange={({ target }) => setTyped({ ...typed, until: target.value })}
            />
          )}
        </Field>
        <div className="buttons">
          <button type="submit" className="main" aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : title}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
