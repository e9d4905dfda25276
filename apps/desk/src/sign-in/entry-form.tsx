import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../language.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Sending } from '../sending.ts';
import { useFocusFirst } from './doorway.tsx';
import { type Entry, EntryInput } from './entry.tsx';

interface EntryFormProps<Name extends string> {
  /** Begins the ids of its entries. */
  readonly id: string;
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly entries: readonly Entry<Name>[];
  readonly sending: Sending<Readonly<Record<Name, string>>>;
  readonly submit: string;
  /** Which entry a refusal is about; of the others the form as a whole says it. */
  readonly about?: Readonly<Record<string, Name>>;
  /** Told whether something is to be put right. */
  readonly wrong?: (wrong: boolean) => void;
  /** Whether its first open entry has the focus when it appears. */
  readonly takesFocus?: boolean;
  /** More buttons, beside the one that sends. */
  readonly children?: ReactNode;
}

/** A few entries and a button. What is missing is said here, what is wrong by the server; both take the focus. */
export function EntryForm<Name extends string>(props: EntryFormProps<Name>) {
  const { id, labelledBy, entries, sending, submit, about, wrong, takesFocus = true, children } = props;
  const t = useWords();
  const form = useRef<HTMLFormElement>(null);
  const first = useFocusFirst<HTMLInputElement>();
  const [unfilled, setUnfilled] = useState<readonly Entry<Name>[]>([]);
  const { problem, busy } = sending;
  const errors = useMemo(() => {
    const refused = problem && about?.[problem.code];
    if (unfilled.length > 0) return unfilled.map(({ name, missing = '' }) => ({ name, message: missing }));
    return refused ? [{ name: refused, message: problem.detail }] : [];
  }, [unfilled, problem, about]);
  const summary = useMemo(() => errors.map(({ name, message }) => ({ field: `${id}-${name}`, message })), [errors, id]);
  const isWrong = errors.length > 0 || problem !== undefined;
  useEffect(() => wrong?.(isWrong), [wrong, isWrong]);

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (!form.current) return;
    const typed = typedIn(form.current, entries);
    const still = entries.filter(({ name, missing }) => missing !== undefined && typed[name].trim() === '');
    setUnfilled(still);
    if (still.length > 0) sending.forget();
    else void sending.submit(typed);
  }

  const opening = entries.find(({ fixed }) => fixed === undefined);
  return (
    <form ref={form} className="entry-form" method="post" noValidate aria-labelledby={labelledBy} onSubmit={send}>
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      {problem && errors.length === 0 && <ProblemNotice problem={problem} busy={busy} again={send} />}
      {entries.map((entry) => (
        <Field
          key={entry.name}
          id={`${id}-${entry.name}`}
          label={entry.label}
          required={entry.missing !== undefined || entry.fixed !== undefined}
          hint={entry.hint}
          error={errors.find(({ name }) => name === entry.name)?.message}
        >
          {(ties) => (
            <EntryInput entry={entry} ties={ties} first={takesFocus && entry === opening ? first : undefined} />
          )}
        </Field>
      ))}
      <div className="buttons">
        <button type="submit" className="main" aria-disabled={busy}>
          {busy ? t.signIn.busy : submit}
        </button>
        {children}
      </div>
    </form>
  );
}

function typedIn<Name extends string>(form: HTMLFormElement, entries: readonly Entry<Name>[]): Record<Name, string> {
  const data = new FormData(form);
  // Each entry is an input of text, under its own name.
  return Object.fromEntries(entries.map(({ name }) => [name, String(data.get(name) ?? '')])) as Record<Name, string>;
}
