import { useState } from 'react';
import { api } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { useSending } from '../sending.ts';
import type { Times } from '../sign-in/account/times.ts';

/** What the receiver did not take, the latest first. */
export function Deliveries({ times }: { readonly times: Times }) {
  const t = useWords().programs.deliveries;
  const { data, problem, reload } = useLoaded((signal) =>
    api.call('GET /deliveries', { state: 'failed', limit: 50 }, { signal }),
  );
  const [said, say] = useState('');
  const sending = useSending<string, unknown>(
    (delivery, request) => api.call('POST /deliveries/{delivery}/send-again', { delivery }, { request }),
    () => {
      say(t.sentAgain);
      reload();
    },
  );
  const trouble = sending.problem ?? problem;
  return (
    <section aria-labelledby="deliveries">
      <h3 id="deliveries">{t.title}</h3>
      <p role="status" className="said">
        {said}
      </p>
      {trouble && <ProblemNotice problem={trouble} busy={sending.busy} again={reload} />}
      {data?.deliveries.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="members">
        {data?.deliveries.map(({ delivery, type, happenedAt, attempts, status, code }) => (
          <li key={delivery}>
            <code id={`delivery-${delivery}`}>{type}</code>
            <span>{times.seen(happenedAt)}</span>
            <span className="hint">
              {t.attempts(attempts)} · {status ?? code}
            </span>
            <button
              type="button"
              aria-describedby={`delivery-${delivery}`}
              aria-disabled={sending.busy}
              onClick={() => sending.submit(delivery)}
            >
              {t.again}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
