import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { has, useMyRights } from '../people/my-rights.ts';
import { useLoaded } from '../people/use-loaded.ts';
import { timeSeen } from '../times.ts';
import { ProblemNotice } from './problem-notice.tsx';

type Seen = OutputAt<OfficeRoutes, 'GET /who-saw/{case}'>['seen'][number];

interface WhoSawProps {
  readonly visit: string;
  /** The server's clock, in milliseconds. */
  readonly now: number;
  readonly zone: string;
}

/** Who looked at this visit and when: for those who answer for it, and asked for when it is opened. */
export function WhoSaw(props: WhoSawProps) {
  const t = words[useLanguage()].whoSaw;
  const mine = useMyRights();
  const [isOpen, setOpen] = useState(false);
  if (!has(mine.data, 'audit.read')) return null;
  return (
    <section aria-labelledby="who-saw">
      <h2 id="who-saw">{t.title}</h2>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t.show}</summary>
        {isOpen && <Looks {...props} />}
      </details>
    </section>
  );
}

function Looks({ visit, now, zone }: WhoSawProps) {
  const language = useLanguage();
  const t = words[language];
  const { data, problem, reload } = useLoaded(
    (signal) => api.call('GET /who-saw/{case}', { case: visit }, { signal }),
    `${visit} ${language}`,
  );
  if (problem) return <ProblemNotice problem={problem} busy={false} again={reload} />;
  if (!data) return <p className="hint">{t.chrome.loading}</p>;
  if (data.seen.length === 0) return <p className="nobody">{t.whoSaw.nobody}</p>;
  const nameOf = ({ by, name }: Seen) => name ?? t.visit.by[by.kind];
  return (
    <>
      <p className="hint">{t.whoSaw.help}</p>
      <ol className="timeline">
        {data.seen.map((seen) => (
          <li key={`${seen.at} ${seen.by.id}`}>
            <time dateTime={seen.at}>{timeSeen(seen.at, now, zone, language)}</time> <strong>{nameOf(seen)}</strong>
          </li>
        ))}
      </ol>
      {data.more && <p className="hint">{t.whoSaw.more}</p>}
    </>
  );
}
