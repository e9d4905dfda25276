import { type FormEvent, useMemo, useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Field, type Ties } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { AbsenceField } from '../words/absences.ts';
import { type AbsenceError, type AbsenceTyped, errorsIn, spanOf } from './absence-entry.ts';
import { DeputyField } from './deputy-field.tsx';
import type { Absence, AbsencesShown } from './load-absences.ts';

interface AbsenceFormProps {
  readonly start: AbsenceTyped;
  /** The absence that is said anew; none where one is entered. */
  readonly changing?: Absence | undefined;
  readonly shown: AbsencesShown;
  readonly zone: string;
  readonly close: () => void;
  readonly saved: (input: AbsenceInput) => void;
}

export interface AbsenceInput {
  readonly staff: string;
  readonly from: string;
  readonly until: string;
  readonly deputy: string | null;
}

/** Somebody is away, by the clock on the office's wall; or is so at another time. */
export function AbsenceForm({ start, changing, shown, zone, close, saved }: AbsenceFormProps) {
  const words = useWords();
  const t = words.absences;
  const [typed, setTyped] = useState(start);
  const [wrong, setWrong] = useState<readonly AbsenceError[]>([]);
  const sending = useSending<AbsenceInput, unknown>(
    (input, request): Promise<Answered<unknown>> =>
      changing
        ? api.call('POST /absences/{absence}/change', { ...input, absence: changing.id }, { request })
        : api.call('POST /absences', input, { request }),
    (_answer, input) => saved(input),
  );
  // The same list until something is tried again, so that it takes the focus once.
  const errors = useMemo(
    () => wrong.map((error) => ({ field: idOf(fieldOf(error)), message: t.errors[error] })),
    [wrong, t],
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const still = errorsIn(typed, zone);
    setWrong(still);
    sending.forget();
    if (still.length > 0) return;
    void sending.submit({ ...spanOf(typed, zone), staff: typed.person, deputy: typed.deputy || null });
  };
  const put = (changed: Partial<AbsenceTyped>) => setTyped((before) => ({ ...before, ...changed }));
  const about = (field: AbsenceField) => ({
    id: idOf(field),
    label: t.fields[field],
    error: errors.find((error) => error.field === idOf(field))?.message,
  });
  const entry = (field: AbsenceField, type: 'date' | 'time') => (ties: Ties) => (
    <input {...ties} type={type} value={typed[field]} onChange={({ target }) => put({ [field]: target.value })} />
  );
  return (
    <Modal labelledBy="absence-form" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="absence-form">{changing ? t.changeOf(shown.names.get(changing.staff) ?? t.unknown) : t.enter}</h2>
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        {!changing && (
          <Field {...about('person')} required>
            {(ties) => (
              <select
                {...ties}
                value={typed.person}
                onChange={({ target }) => put({ person: target.value, deputy: '' })}
              >
                <option value="">{t.choose}</option>
                {shown.colleagues.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <p className="hint">{t.timesHint}</p>
        <div className="entries">
          <Field {...about('fromDate')} required>
            {entry('fromDate', 'date')}
          </Field>
          <Field {...about('fromTime')} required={false}>
            {entry('fromTime', 'time')}
          </Field>
          <Field {...about('untilDate')} required>
            {entry('untilDate', 'date')}
          </Field>
          <Field {...about('untilTime')} required={false}>
            {entry('untilTime', 'time')}
          </Field>
        </div>
        {typed.person !== '' && (
          <DeputyField
            key={typed.person}
            person={typed.person}
            before={changing?.deputy ?? null}
            names={shown.names}
            value={typed.deputy}
            choose={(deputy) => put({ deputy })}
          />
        )}
        <div className="buttons">
          <button type="submit" className="main" aria-disabled={sending.busy}>
            {sending.busy ? words.command.sending : changing ? t.save : t.enter}
          </button>
          <button type="button" onClick={close}>
            {words.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const idOf = (field: AbsenceField): string => `absence-${field}`;

/** What ends before it begins is put right at its end. */
const fieldOf = (error: AbsenceError): AbsenceField => (error === 'order' ? 'untilDate' : error);
