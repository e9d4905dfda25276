import { useState } from 'react';
import { api } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { useTrying } from '../sending.ts';
import type { Times } from '../sign-in/account/times.ts';

interface KeysProps {
  readonly program: string;
  /** A new key is good for as long as its program is. */
  readonly until: string;
  readonly isActive: boolean;
  readonly times: Times;
}

/** The keys of a program by their first characters, and a new one, which is shown this once. */
export function Keys({ program, until, isActive, times }: KeysProps) {
  const t = useWords().programs.keys;
  const { data, problem, reload } = useLoaded(
    (signal) => api.call('GET /service-accounts/{account}/keys', { account: program }, { signal }),
    program,
  );
  const [key, setKey] = useState<string>();
  const making = useTrying<boolean, { readonly key: string }>(
    (replaces) => api.call('POST /service-accounts/{account}/keys', { account: program, until, replaces }),
    (made) => {
      setKey(made.key);
      reload();
    },
  );
  const trouble = making.problem ?? problem;
  const hasSome = data?.keys.some(({ endedAt }) => endedAt === null) ?? false;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t.title}</h2>
      <p>{t.help}</p>
      {trouble && <ProblemNotice problem={trouble} busy={making.busy} again={reload} />}
      {key && <ShownOnce help={t.made} text={key} />}
      {isActive && (
        <div className="buttons">
          <button type="button" aria-disabled={making.busy} onClick={() => making.submit(false)}>
            {t.make}
          </button>
          {hasSome && (
            <button type="button" className="grave" aria-disabled={making.busy} onClick={() => making.submit(true)}>
              {t.replace}
            </button>
          )}
        </div>
      )}
      {data?.keys.length === 0 && <p className="empty">{t.none}</p>}
      <ul className="members">
        {data?.keys.map(({ hint, createdAt, until: end, endedAt, lastSeenAt }) => (
          <li key={`${hint} ${createdAt}`}>
            <code>{hint}…</code>
            <span>{t.line(times.seen(createdAt), end === null ? '—' : times.day(end))}</span>
            <span className="hint">
              {endedAt === null ? (lastSeenAt === null ? t.unused : t.used(times.seen(lastSeenAt))) : t.ended}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
