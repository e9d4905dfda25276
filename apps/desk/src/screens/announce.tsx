import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import {
  type AnnounceField,
  type Announcement,
  type ExpectInput,
  emptyAnnouncement,
  expectInput,
  missing,
  refusedFields,
} from '../announce-form.ts';
import { type Accepted, api, type Problem, type Visitors } from '../api.ts';
import { useWords, type Words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { AnnounceEntries, idOf } from '../parts/announce-entries.tsx';
import { Connection } from '../parts/connection.tsx';
import { ErrorSummary, type FieldError } from '../parts/error-summary.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import { serverNow } from '../server-clock.ts';

interface AnnounceProps {
  readonly visitors: Snapshot<Visitors, Problem>;
  readonly announced: () => void;
}

/** Announces a visitor, once the office's zone is known: the times of the form are those on its wall. */
export function AnnounceScreen({ visitors, announced }: AnnounceProps) {
  const t = useWords();
  const zone = visitors.data?.zone;
  const [wrong, setWrong] = useState(false);
  return (
    <Page title={t.announce.title} before={wrong ? t.problem.titlePrefix : undefined}>
      <p>{t.announce.intro}</p>
      {zone ? (
        <AnnounceForm
          start={emptyAnnouncement(serverNow(visitors), zone)}
          zone={zone}
          announced={announced}
          wrong={setWrong}
        />
      ) : (
        <Connection snapshot={visitors} />
      )}
    </Page>
  );
}

interface AnnounceFormProps {
  readonly start: Announcement;
  readonly zone: string;
  readonly announced: () => void;
  /** Whether something is to be put right, for the page's title. */
  readonly wrong: (wrong: boolean) => void;
}

function AnnounceForm({ start, zone, announced, wrong }: AnnounceFormProps) {
  const t = useWords();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState(start);
  const [hostText, setHostText] = useState('');
  const [unsent, setUnsent] = useState<readonly AnnounceField[]>([]);
  const sending = useSending<ExpectInput, Accepted>(
    (input, request) => api.call('POST /visits/expected', input, { request }),
    ({ case: visit }) => {
      announced();
      navigate(`/visits/${visit}`, { state: 'announced' });
    },
  );
  // The same list until something is tried again, so that it takes the focus once.
  const errors = useMemo(() => errorsOf(unsent, sending.problem, t), [unsent, sending.problem, t]);
  const isWrong = errors.length > 0 || sending.problem !== undefined;
  useEffect(() => wrong(isWrong), [wrong, isWrong]);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const still = missing(typed);
    setUnsent(still);
    sending.forget();
    if (still.length === 0) sending.submit(expectInput(typed, zone));
  }

  return (
    <form className="form" noValidate onSubmit={submit}>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {sending.problem && errors.length === 0 && (
        <ProblemNotice problem={sending.problem} busy={sending.busy} again={submit} />
      )}
      <AnnounceEntries
        typed={typed}
        hostText={hostText}
        errors={errors}
        type={(field, text) => setTyped((now) => ({ ...now, [field]: text }))}
        typeHost={setHostText}
      />
      <div className="buttons">
        <button type="submit" className="main" aria-disabled={sending.busy}>
          {sending.busy ? t.command.sending : t.announce.submit}
        </button>
      </div>
    </form>
  );
}

/** What is missing, else what the server refused, in the words that stand both above the form and at the entry. */
function errorsOf(unsent: readonly AnnounceField[], problem: Problem | undefined, t: Words): FieldError[] {
  if (unsent.length > 0) return unsent.map((field) => ({ field: idOf(field), message: t.announce.errors[field] }));
  if (problem === undefined) return [];
  const { fields } = problem.figures;
  const paths = Array.isArray(fields) ? fields.map((each: string) => each.split(':')[0] ?? '') : [];
  return refusedFields(problem.code, paths).map((field) => ({
    field: idOf(field),
    // The kernel's sentence for a malformed input names no entry.
    message: problem.code === 'input_invalid' ? t.announce.check(t.announce.fields[field]) : problem.detail,
  }));
}
