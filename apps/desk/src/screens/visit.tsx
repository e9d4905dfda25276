import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { type Accepted, api, events, type Problem, stateOf, type Visitors, type VisitView } from '../api.ts';
import type { CommandName } from '../commands.ts';
import { useHostName } from '../host-name.ts';
import { useLanguage, words } from '../language.ts';
import { createLive, type Snapshot, useLive } from '../live.ts';
import { nameOf } from '../names.ts';
import { Actions } from '../parts/actions.tsx';
import { Connection } from '../parts/connection.tsx';
import { focusHeading, Page } from '../parts/page.tsx';
import { State } from '../parts/state.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { VisitFacts } from '../parts/visit-facts.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { WhoSaw } from '../parts/who-saw.tsx';
import { serverNow } from '../server-clock.ts';

interface VisitProps {
  readonly visit: string;
  /** Today's list: it knows the hosts' names and the office's zone. */
  readonly visitors: Snapshot<Visitors, Problem>;
  readonly changed: () => void;
}

interface Done {
  readonly command: CommandName;
  readonly answer: Accepted;
}

/** One visit: what is known of it, what can be done now, and what happened. */
export function VisitScreen({ visit, visitors, changed }: VisitProps) {
  const language = useLanguage();
  const t = words[language];
  const [live] = useState(() =>
    createLive<VisitView, Problem>((signal) => api.call('GET /visits/{visit}', { visit }, { signal }), {
      events,
      // What was done here is asked for when it is answered, and need not be asked for again.
      concerns: (committed, data) => committed.case === visit && committed.version > (data?.version ?? 0),
    }),
  );
  const snapshot = useLive(live);
  const [done, setDone] = useState<Done>();
  // The sentences of its actions come from the server, in the language in which they were asked for.
  useEffect(() => {
    live.refresh();
  }, [language, live]);

  // The button or form that had the focus is gone with what it did.
  useEffect(() => {
    if (done) focusHeading();
  }, [done]);

  const { data, problem } = snapshot;
  const zone = visitors.data?.zone;
  if (problem?.code === 'not_found' || problem?.code === 'input_invalid') {
    return (
      <Page title={t.visit.missing}>
        <p>{t.visit.missingHelp}</p>
        <BackLink />
      </Page>
    );
  }
  if (!data || !zone) {
    return (
      <Page title={t.today.columns.visitor}>
        <BackLink />
        <Connection snapshot={data ? visitors : snapshot} zone={zone} />
      </Page>
    );
  }

  const isBehind = done !== undefined && done.answer.version > data.version;
  const state = stateOf(isBehind ? done.answer : data);
  return (
    <Page title={nameOf(data.context.visitor)} beside={<State state={state} />}>
      <BackLink />
      {problem && <Connection snapshot={snapshot} zone={zone} />}
      <Said version={data.version} done={done} />
      <Warnings view={data} />
      <section aria-labelledby="actions">
        <h2 id="actions">{t.visit.actions}</h2>
        <Actions
          visit={visit}
          actions={isBehind ? undefined : data.actions}
          labels={{ offered: data.context.policy.labels, chosen: data.context.label }}
          done={(command, answer) => {
            setDone({ command, answer });
            live.refresh();
            changed();
          }}
        />
      </section>
      <Known data={data} visitors={visitors} zone={zone} />
    </Page>
  );
}

function Known({ data, visitors, zone }: { data: VisitView; visitors: Snapshot<Visitors, Problem>; zone: string }) {
  const t = words[useLanguage()];
  const now = serverNow(visitors);
  const name = useHostName(visitors.data, data.context.host);
  const host = (id: string) => (id === data.context.host ? name : undefined);
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">{t.visit.known}</h2>
        <VisitFacts context={data.context} host={host(data.context.host)} now={now} zone={zone} />
      </section>
      <section aria-labelledby="log">
        <h2 id="log">{t.visit.log}</h2>
        <Timeline log={data.log} host={host} now={now} zone={zone} />
      </section>
      <WhoSaw visit={data.case} now={now} zone={zone} />
    </>
  );
}

/** What was just done here; spoken once. */
function Said({ version, done }: { readonly version: number; readonly done: Done | undefined }) {
  const t = words[useLanguage()];
  const arrived: unknown = useHistoryState();
  const justAnnounced = arrived === 'announced' && version === 1;
  return (
    <p role="status" className="said">
      {done && t.visit.done(t.visits.commands[done.command], t.visits.states[stateOf(done.answer)])}
      {!done && justAnnounced && t.announce.done}
    </p>
  );
}

function BackLink() {
  const t = words[useLanguage()];
  return (
    <p className="back">
      <Link className="back-link" href="/">
        {t.visit.back}
      </Link>
    </p>
  );
}
