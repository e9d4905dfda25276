import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Answered, api, type Problem, type Visitors } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useMyRights } from '../people/my-rights.ts';
import { useLoaded } from '../people/use-loaded.ts';
import { serverNow } from '../server-clock.ts';
import { timesBy } from '../sign-in/account/times.ts';
import { wallClock } from '../times.ts';
import { ProgramForm } from './program-form.tsx';
import { Webhook } from './webhook.tsx';

type Line = OutputAt<OfficeRoutes, 'GET /service-accounts'>['accounts'][number];

export interface ProgramsProps {
  /** Today's list knows the office's clock and zone. */
  readonly visitors: Snapshot<Visitors, Problem>;
}

const states = ['active', 'expired', 'closed'] as const;
const DAY_MS = 86_400_000;
/** As long as a new program is good for unless somebody says otherwise. */
const USUAL_DAYS = 180;

async function loadPrograms(signal: AbortSignal): Promise<Answered<readonly Line[]>> {
  const answers = await Promise.all(
    states.map((state) => api.call('GET /service-accounts', { state, limit: 200 }, { signal })),
  );
  const failed = answers.find(({ problem }) => problem)?.problem;
  return failed ? { problem: failed } : { data: answers.flatMap(({ data }) => data?.accounts ?? []) };
}

/** What may be handed on to programs: what one may do oneself, apart from what would let a program make more of itself. */
export const notForPrograms = new Set(['integrations.manage', 'capabilities.grant', 'staff.invite', 'staff.recover']);

/** The programs that work with this office, and the webhook. */
export function ProgramsScreen({ visitors }: ProgramsProps) {
  const language = useLanguage();
  const t = words[language];
  const [, navigate] = useLocation();
  const { data, problem, reload } = useLoaded(loadPrograms);
  const mine = useMyRights();
  const [isAdding, setAdding] = useState(false);
  const zone = visitors.data?.zone;
  const times = timesBy(visitors, language);
  return (
    <Page title={t.programs.title}>
      <p>{t.programs.intro}</p>
      {data && mine.data && zone && (
        <div className="buttons">
          <button type="button" onClick={() => setAdding(true)}>
            {t.programs.add}
          </button>
        </div>
      )}
      {isAdding && mine.data && zone && (
        <ProgramForm
          before={{
            name: '',
            purpose: '',
            scopes: [],
            until: wallClock(serverNow(visitors) + USUAL_DAYS * DAY_MS, zone).date,
          }}
          mine={mine.data.rights.filter(({ capability }) => !notForPrograms.has(capability))}
          zone={zone}
          close={() => setAdding(false)}
          done={(program) => navigate(`/programs/${program}`)}
        />
      )}
      {problem && <ProblemNotice problem={problem} busy={false} again={reload} />}
      {!data && !problem && <p className="empty">{t.chrome.loading}</p>}
      {data?.length === 0 && <p className="empty">{t.programs.none}</p>}
      {states.map((state) => {
        const lines = data?.filter((line) => line.state === state) ?? [];
        if (lines.length === 0) return null;
        return (
          <section key={state} aria-labelledby={`programs-${state}`}>
            <h2 id={`programs-${state}`}>
              {t.integrations.serviceAccount.states[state]} <span className="count">{lines.length}</span>
            </h2>
            <ul className="members">
              {lines.map(({ account, name, purpose, until }) => (
                <li key={account}>
                  <Link href={`/programs/${account}`}>{name}</Link>
                  <span>{purpose}</span>
                  {state === 'active' && <span className="hint">{t.programs.goodUntil(times.day(until))}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {data && mine.data && <Webhook mine={mine.data.rights} times={times} />}
    </Page>
  );
}
