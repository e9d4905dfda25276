import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import type { RightLine } from '../people/my-rights.ts';
import { useLoaded } from '../people/use-loaded.ts';
import { useSending } from '../sending.ts';
import type { Times } from '../sign-in/account/times.ts';
import { Confirm } from './confirm.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhook-form.tsx';

type WebhookView = OutputAt<OfficeRoutes, 'GET /webhooks/{webhook}'>;

interface Shown {
  readonly eventTypes: readonly string[];
  readonly webhook: WebhookView | undefined;
}

async function loadWebhook(signal: AbortSignal): Promise<Answered<Shown>> {
  const listed = await api.call('GET /webhooks', {}, { signal });
  if (listed.problem) return { problem: listed.problem };
  const { webhooks, eventTypes } = listed.data;
  const [line] = webhooks;
  if (line === undefined) return { data: { eventTypes, webhook: undefined } };
  const one = await api.call('GET /webhooks/{webhook}', { webhook: line.webhook }, { signal });
  return one.problem ? { problem: one.problem } : { data: { eventTypes, webhook: one.data } };
}

interface WebhookProps {
  readonly mine: readonly RightLine[];
  readonly times: Times;
}

/** The one address that is told what happens: where, of what, with which secret, and what did not arrive. */
export function Webhook({ mine, times }: WebhookProps) {
  const t = useWords();
  const { data, problem, reload } = useLoaded(loadWebhook);
  const [isForm, setForm] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [said, say] = useState('');
  const webhook = data?.webhook;
  const id = webhook?.case ?? '';
  const did = (text: string) => {
    setForm(false);
    setRemoving(false);
    say(text);
    reload();
  };
  const rotating = useSending<number, { readonly secret: string }>(
    (_version, request) => api.call('POST /webhooks/{webhook}/rotate-secret', { webhook: id }, { request }),
    (answer) => {
      setSecret(answer.secret);
      did('');
    },
  );
  const switching = useSending<'pause' | 'resume', unknown>(
    (command, request): Promise<Answered<unknown>> =>
      command === 'pause'
        ? api.call('POST /webhooks/{webhook}/pause', { webhook: id }, { request })
        : api.call('POST /webhooks/{webhook}/resume', { webhook: id }, { request }),
    (_answer, command) => did(t.programs.webhook.done[command]),
  );
  const trouble = rotating.problem ?? switching.problem ?? problem;
  const may = (command: string) => webhook?.actions.some((action) => action.command === command && action.allowed);
  const called = t.integrations.webhook.commands;
  const busy = rotating.busy || switching.busy;
  return (
    <section aria-labelledby="webhook">
      <h2 id="webhook">{t.programs.webhook.title}</h2>
      <p>{t.programs.webhook.help}</p>
      <p role="status" className="said">
        {said}
      </p>
      {trouble && <ProblemNotice problem={trouble} busy={busy} again={reload} />}
      {secret && <ShownOnce help={t.programs.webhook.secret} text={secret} />}
      {data && !webhook && (
        <>
          <p className="empty">{t.programs.webhook.none}</p>
          <div className="buttons">
            <button type="button" onClick={() => setForm(true)}>
              {called.subscribe}
            </button>
          </div>
        </>
      )}
      {webhook && (
        <>
          <WebhookFacts webhook={webhook} times={times} />
          <ul className="actions">
            {may('change') && <Press name={called.change} press={() => setForm(true)} />}
            {(['pause', 'resume'] as const)
              .filter((command) => may(command))
              .map((command) => (
                <Press key={command} name={called[command]} busy={busy} press={() => switching.submit(command)} />
              ))}
            {may('rotateSecret') && (
              <Press name={called.rotateSecret} busy={busy} press={() => rotating.submit(webhook.version)} />
            )}
            {may('remove') && <Press name={called.remove} grave press={() => setRemoving(true)} />}
          </ul>
          <Deliveries times={times} />
        </>
      )}
      {isForm && data && (
        <WebhookForm
          webhook={webhook}
          eventTypes={data.eventTypes}
          mine={mine}
          close={() => setForm(false)}
          done={(answer) => {
            if (answer.secret) setSecret(answer.secret);
            did(t.programs.webhook.done.change);
          }}
        />
      )}
      {isRemoving && (
        <Confirm
          title={called.remove}
          help={t.programs.webhook.removeHelp}
          send={(request) => api.call('POST /webhooks/{webhook}/remove', { webhook: id }, { request })}
          close={() => setRemoving(false)}
          done={() => {
            setSecret(undefined);
            did(t.programs.webhook.done.remove);
          }}
        />
      )}
    </section>
  );
}

function WebhookFacts({ webhook, times }: { readonly webhook: WebhookView; readonly times: Times }) {
  const t = useWords();
  const { url, events, pausedFor, formerSecret } = webhook.context;
  const states = t.integrations.webhook.states;
  return (
    <>
      <p className="address">{url}</p>
      <p>
        {states[webhook.state as keyof typeof states]}
        {pausedFor && ` · ${t.integrations.pausedFor[pausedFor]}`}
      </p>
      {formerSecret && <p className="hint">{t.programs.webhook.overlap(times.seen(formerSecret.until))}</p>}
      <details>
        <summary>
          {t.programs.webhook.events} <span className="count">{events.length}</span>
        </summary>
        <ul>
          {events.map((event) => (
            <li key={event}>
              <code>{event}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface PressProps {
  readonly name: string;
  readonly busy?: boolean;
  readonly grave?: boolean;
  readonly press: () => void;
}

const Press = ({ name, busy = false, grave = false, press }: PressProps) => (
  <li>
    <button type="button" className={grave ? 'grave' : undefined} aria-disabled={busy} onClick={press}>
      {name}
    </button>
  </li>
);
