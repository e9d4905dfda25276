import { useState } from 'react';
import { api, mayPass, type Problem, type Visitors } from '../api.ts';
import { useWords } from '../language.ts';
import type { Live, Snapshot } from '../live.ts';
import { Connection } from '../parts/connection.tsx';
import { useUnderHand } from '../parts/held.ts';
import { focusHeading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { LostMessages, StuckJobs } from '../parts/stuck-list.tsx';
import { useSending } from '../sending.ts';
import { serverNow } from '../server-clock.ts';
import type { Stuck } from '../stuck.ts';

interface StuckProps {
  readonly live: Live<Stuck, Problem>;
  readonly snapshot: Snapshot<Stuck, Problem>;
  /** Today's list knows the office's clock and zone. */
  readonly visitors: Snapshot<Visitors, Problem>;
}

/** What was left undone: what it was, why, and a button to have it tried once more. */
export function StuckScreen({ live, snapshot, visitors }: StuckProps) {
  const t = useWords();
  const { data, problem } = snapshot;
  const zone = visitors.data?.zone;
  return (
    <Page title={t.stuck.title} before={problem?.status === 403 ? t.problem.titlePrefix : undefined}>
      <p>{t.stuck.intro}</p>
      {problem?.status === 403 ? (
        <p className="empty">{problem.detail}</p>
      ) : (
        <>
          <Connection snapshot={data && !zone ? visitors : snapshot} zone={zone} />
          {data && zone && <Lists live={live} data={data} at={snapshot.at} now={serverNow(visitors)} zone={zone} />}
          {!data && <p className="empty">{problem ? t.connection.noData : t.chrome.loading}</p>}
        </>
      )}
    </Page>
  );
}

interface ListsProps {
  readonly live: Live<Stuck, Problem>;
  readonly data: Stuck;
  readonly at: number | undefined;
  readonly now: number;
  readonly zone: string;
}

function Lists({ live, data, at, now, zone }: ListsProps) {
  const t = useWords();
  const { held, release, hand } = useUnderHand(data);
  const [last, setLast] = useState<Wanted>();
  const [done, setDone] = useState<Done>();
  const sending = useSending<Wanted, unknown>(
    async (wanted, request) => {
      setLast(wanted);
      setDone(undefined);
      const answer = await send(wanted, request);
      // Somebody else was faster: then it is no longer here.
      if (answer.problem && !mayPass(answer.problem)) live.refresh();
      return answer;
    },
    (_answer, wanted) => {
      setDone({ ...wanted, at: live.snapshot().at });
      release();
      live.refresh();
      focusHeading();
    },
  );

  const shown = held ?? data;
  // What was just asked for is not shown again before the list that knows of it has come.
  const isDone = (id: string) => done?.id === id && done.at === at;
  const jobs = shown.jobs.filter(({ key }) => !isDone(key));
  const messages = shown.messages.filter(({ message }) => !isDone(message));
  const list = { now, zone, busy: sending.busy };
  return (
    <>
      <p role="status" className="said">
        {done && t.stuck.said[done.kind]}
      </p>
      {sending.problem && last && (
        <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit(last)} />
      )}
      {jobs.length + messages.length === 0 && (
        <div className="empty">
          <p>{t.stuck.nothing}</p>
          <p>{t.stuck.nothingHelp}</p>
        </div>
      )}
      <div {...hand}>
        <StuckJobs items={jobs} again={({ key: id }) => sending.submit({ kind: 'job', id })} {...list} />
        <LostMessages items={messages} again={({ message: id }) => sending.submit({ kind: 'message', id })} {...list} />
      </div>
      {shown.more && <p className="hint">{t.stuck.more}</p>}
    </>
  );
}

/** What a person wants done once more. */
interface Wanted {
  readonly kind: 'job' | 'message';
  readonly id: string;
}

interface Done extends Wanted {
  /** When the list came that was shown then. */
  readonly at: number | undefined;
}

const send = ({ kind, id }: Wanted, request: string) =>
  kind === 'job'
    ? api.call('POST /desk/stuck/try-again', { key: id }, { request })
    : api.call('POST /messages/{message}/send-again', { message: id }, { request });
