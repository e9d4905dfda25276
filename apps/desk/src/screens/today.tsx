import { Link } from 'wouter';
import type { Problem, Visitors } from '../api.ts';
import { arrange, groups } from '../arrangement.ts';
import { useWords } from '../language.ts';
import type { Live, Snapshot } from '../live.ts';
import { Connection, useNow } from '../parts/connection.tsx';
import { useFocusGoesAlong, useHeld } from '../parts/held.ts';
import { Page } from '../parts/page.tsx';
import { linkId, VisitorTable } from '../parts/visitor-table.tsx';
import { serverNow } from '../server-clock.ts';

interface TodayProps {
  readonly live: Live<Visitors, Problem>;
  readonly visitors: Snapshot<Visitors, Problem>;
  /** The visit that was open before. */
  readonly cameFrom: string | undefined;
}

/** Who is expected, who waits, who is in the house and who has gone. */
export function TodayScreen({ live, visitors, cameFrom }: TodayProps) {
  const t = useWords();
  const { data, paused } = visitors;
  const waiting = data?.open.filter(({ state }) => state === 'waiting').length ?? 0;
  return (
    <Page
      title={t.today.title}
      before={waiting > 0 ? `(${t.today.waitingCount(waiting)}) ` : undefined}
      cameFrom={cameFrom && linkId(cameFrom)}
    >
      <div className="bar">
        <Connection snapshot={visitors} zone={data?.zone} />
        <button type="button" className="quiet" onClick={() => (paused ? live.resume() : live.pause())}>
          {paused ? t.today.resume : t.today.pause}
        </button>
      </div>
      {data ? <Lists data={data} at={visitors.at} /> : <NoData failed={visitors.problem !== undefined} />}
    </Page>
  );
}

function Lists({ data, at }: { readonly data: Visitors; readonly at: number | undefined }) {
  const t = useWords();
  const { arrangement, changes, release, hand } = useHeld(arrange(data));
  useFocusGoesAlong();
  // Waiting times go on while the server is away.
  useNow(10_000);
  const now = serverNow({ data, at });

  if (groups.every((group) => arrangement[group].length === 0)) {
    return (
      <div className="empty">
        <p>{t.today.nobody}</p>
        <p>
          <Link href="/announce">{t.announce.link}</Link>
        </p>
      </div>
    );
  }
  return (
    <>
      <div className="held">
        {changes > 0 && (
          <button type="button" onClick={release}>
            {t.today.held(changes)}
          </button>
        )}
      </div>
      <div className="lists" {...hand}>
        {groups.map((group) => (
          <VisitorTable key={group} group={group} lines={arrangement[group]} now={now} zone={data.zone} />
        ))}
      </div>
    </>
  );
}

function NoData({ failed }: { readonly failed: boolean }) {
  const t = useWords();
  return <p className="empty">{failed ? t.connection.noData : t.chrome.loading}</p>;
}
