import { MonitorSmartphone } from 'lucide-react';
import { api } from '../../api.ts';
import { useWords, type Words } from '../../language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTrying } from '../../sending.ts';
import { useAsked } from '../asked.ts';
import { browserName } from '../browser-name.ts';
import { Section, type SectionTold } from './section.tsx';
import type { Times } from './times.ts';

interface SessionsProps extends SectionTold {
  readonly times: Times;
}

const mySessions = (signal: AbortSignal) => api.call('GET /sessions', {}, { signal });

/** Where one is signed in, and ending it there. */
export function Sessions({ say, times }: SessionsProps) {
  const words = useWords();
  const t = words.account.sessions;
  const { data, problem, again } = useAsked(mySessions);
  const ending = useTrying<string | undefined, { readonly ended: number }>(
    (session) =>
      session === undefined
        ? api.call('POST /sessions/end-others', {})
        : api.call('POST /sessions/{session}/end', { session }),
    ({ ended }) => {
      again();
      say(t.ended(ended));
    },
  );
  const sessions = data?.sessions ?? [];
  const failed = ending.problem ?? problem;
  return (
    <Section id="sessions" title={t.title} help={t.help}>
      {failed && <ProblemNotice problem={failed} busy={ending.busy} again={again} />}
      <ul className="own">
        {sessions.map(({ session, browser, since, lastSeenAt, locked, present }) => (
          <li key={session}>
            <MonitorSmartphone size={20} aria-hidden="true" />
            <div>
              <h3>
                {nameOf(browser, words)} {present && <span className="tag tag-ok">{t.present}</span>}
                {locked && <span className="tag">{t.locked}</span>}
              </h3>
              <p className="hint">{t.times(times.seen(since), times.seen(lastSeenAt))}</p>
            </div>
            {!present && (
              <button
                type="button"
                aria-label={t.endNamed(nameOf(browser, words))}
                aria-disabled={ending.busy}
                onClick={() => ending.submit(session)}
              >
                {t.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="buttons">
          <button type="button" className="grave" aria-disabled={ending.busy} onClick={() => ending.submit(undefined)}>
            {t.endOthers}
          </button>
        </div>
      )}
    </Section>
  );
}

function nameOf(agent: string | null, { account: { sessions } }: Words): string {
  const known = browserName(agent ?? '');
  return known ? sessions.browserOn(...known) : agent || sessions.unknown;
}
