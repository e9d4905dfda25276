import { Link } from 'wouter';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { has, useMyRights } from './my-rights.ts';
import { RightsList } from './rights-list.tsx';
import { useLoaded } from './use-loaded.ts';
import { WhoMay } from './who-may.tsx';

/** What I may do here and why, and what others may: so that nobody wonders why a button is off. */
export function RightsScreen() {
  const language = useLanguage();
  const t = words[language].people;
  const mine = useMyRights();
  const all = useLoaded((signal) => api.call('GET /capabilities', {}, { signal }));
  const others = all.data?.capabilities.filter(({ capability }) => !has(mine.data, capability)) ?? [];
  return (
    <Page title={t.mine.title}>
      {mine.problem && <ProblemNotice problem={mine.problem} busy={false} again={mine.reload} />}
      {!mine.data && !mine.problem && <p className="empty">{words[language].chrome.loading}</p>}
      {mine.data && (
        <>
          <p>{t.mine.intro}</p>
          <RightsList rights={mine.data.rights} because />
          {mine.data.labels.length > 0 && <p className="hint">{t.mine.labels(mine.data.labels.length)}</p>}
          {others.length > 0 && (
            <section aria-labelledby="not-mine">
              <h2 id="not-mine">{t.mine.others}</h2>
              <ul className="not-mine">
                {others.map(({ capability, words: said }) => (
                  <li key={capability}>
                    <details>
                      <summary>{said[language]}</summary>
                      <WhoMay capability={capability} />
                    </details>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p>
            <Link href="/roles">{t.roles.link}</Link>
          </p>
        </>
      )}
    </Page>
  );
}
