import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../api.ts';
import { useWords } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import { useLoaded } from './use-loaded.ts';

interface Typed {
  readonly given: string;
  readonly family: string;
  readonly mail: string;
  readonly site: string;
  readonly receivesVisitors: boolean;
}

/** Takes a colleague on. What they may do, and how they sign in, is said on their own page, which opens then. */
export function NewMember({ close }: { readonly close: () => void }) {
  const t = useWords();
  const [, navigate] = useLocation();
  const sites = useLoaded((signal) => api.call('GET /sites', { limit: 200 }, { signal }));
  const [typed, setTyped] = useState<Typed>({ given: '', family: '', mail: '', site: '', receivesVisitors: true });
  const [isMissing, setMissing] = useState(false);
  const site = typed.site || sites.data?.sites[0]?.id || '';
  const sending = useSending<Typed & { readonly at: string }, { readonly case: string }>(
    ({ given, family, mail, receivesVisitors, at }, request) => {
      const name = { ...(given.trim() && { given: given.trim() }), family: family.trim() };
      const input = { name, site: at, receivesVisitors, active: true, mail: mail.trim() || null };
      return api.call('POST /staff-members', input, { request });
    },
    (answer) => navigate(`/people/${answer.case}`),
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setMissing(typed.family.trim() === '');
    if (typed.family.trim() === '') document.getElementById('new-family')?.focus();
    else void sending.submit({ ...typed, at: site });
  };
  return (
    <Modal labelledBy="new-member" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="new-member">{t.people.add}</h2>
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        <Field id="new-given" label={t.setUp.given} required={false}>
          {(ties) => (
            <input
              {...ties}
              value={typed.given}
              onChange={({ target }) => setTyped({ ...typed, given: target.value })}
            />
          )}
        </Field>
        <Field id="new-family" label={t.setUp.family} required error={isMissing ? t.people.familyMissing : undefined}>
          {(ties) => (
            <input
              {...ties}
              value={typed.family}
              onChange={({ target }) => setTyped({ ...typed, family: target.value })}
            />
          )}
        </Field>
        <Field id="new-mail" label={t.people.mail} required={false}>
          {(ties) => (
            <input
              {...ties}
              type="email"
              value={typed.mail}
              onChange={({ target }) => setTyped({ ...typed, mail: target.value })}
            />
          )}
        </Field>
        {(sites.data?.sites.length ?? 0) > 1 && (
          <Field id="new-site" label={t.organisation.records.site} required>
            {(ties) => (
              <select {...ties} value={site} onChange={({ target }) => setTyped({ ...typed, site: target.value })}>
                {sites.data?.sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={typed.receivesVisitors}
            onChange={({ target }) => setTyped({ ...typed, receivesVisitors: target.checked })}
          />{' '}
          {t.setUp.receives}
        </label>
        <div className="buttons">
          <button type="submit" className="main" aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : t.people.add}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
