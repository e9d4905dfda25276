import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { type FormEvent, useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Choices } from '../parts/choices.tsx';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { RightLine } from '../people/my-rights.ts';
import { useSending } from '../sending.ts';

interface Typed {
  readonly url: string;
  readonly events: readonly string[];
  readonly reads: readonly string[];
}

interface WebhookFormProps {
  /** The one that is changed; none: a new one. */
  readonly webhook: OutputAt<OfficeRoutes, 'GET /webhooks/{webhook}'> | undefined;
  readonly eventTypes: readonly string[];
  readonly mine: readonly RightLine[];
  readonly close: () => void;
  /** With the secret of a new one. */
  readonly done: (answer: { readonly secret?: string }) => void;
}

const entries = ['url', 'events', 'reads'] as const;

/** Where to, of what, and what the receiver may read. */
export function WebhookForm({ webhook, eventTypes, mine, close, done }: WebhookFormProps) {
  const language = useLanguage();
  const t = words[language];
  const said = t.programs.webhook;
  const [typed, setTyped] = useState<Typed>(webhook?.context ?? { url: '', events: [], reads: [] });
  const [isChecked, setChecked] = useState(false);
  const sending = useSending<Typed, { readonly case: string; readonly secret?: string }>(
    ({ url, events, reads }, request): Promise<Answered<{ readonly case: string; readonly secret?: string }>> => {
      const input = { url: url.trim(), events: [...events], reads: [...reads], labels: webhook?.context.labels ?? [] };
      return webhook === undefined
        ? api.call('POST /webhooks', input, { request })
        : api.call('POST /webhooks/{webhook}/change', { ...input, webhook: webhook.case }, { request });
    },
    (answer) => done(answer),
  );
  const isMissing = {
    url: typed.url.trim() === '',
    events: typed.events.length === 0,
    reads: typed.reads.length === 0,
  };
  const missing = entries.find((entry) => isMissing[entry]);
  const error = (entry: (typeof entries)[number]) =>
    isChecked && isMissing[entry] ? said[`${entry}Missing` as const] : undefined;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (missing === undefined) void sending.submit(typed);
    else document.getElementById(`webhook-${missing}`)?.focus();
  };
  const title = t.integrations.webhook.commands[webhook === undefined ? 'subscribe' : 'change'];
  return (
    <Modal labelledBy="webhook-form" className="wide" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="webhook-form">{title}</h2>
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        <Field id="webhook-url" label={said.url} hint={said.urlHint} error={error('url')} required>
          {(ties) => (
            <input
              {...ties}
              type="url"
              maxLength={2000}
              value={typed.url}
              onChange={({ target }) => setTyped({ ...typed, url: target.value })}
            />
          )}
        </Field>
        <Choices
          id="webhook-events"
          legend={said.events}
          error={error('events')}
          options={eventTypes.map((value) => ({ value, label: value }))}
          chosen={typed.events}
          choose={(events) => setTyped({ ...typed, events })}
        />
        <Choices
          id="webhook-reads"
          legend={said.reads}
          hint={said.readsHint}
          error={error('reads')}
          options={mine
            .filter(({ reads }) => reads)
            .map(({ capability, words: inWords }) => ({ value: capability, label: inWords[language] }))}
          chosen={typed.reads}
          choose={(reads) => setTyped({ ...typed, reads })}
        />
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
