import type { LogEntry } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { detailsOf, whatHappened } from '../log.ts';
import { timeSeen } from '../times.ts';

interface TimelineProps {
  readonly log: readonly LogEntry[];
  readonly host: (id: string) => string | undefined;
  /** The server's clock, in milliseconds. */
  readonly now: number;
  readonly zone: string;
}

/** What happened to a visit, in the order in which it happened. */
export function Timeline({ log, host, now, zone }: TimelineProps) {
  const language = useLanguage();
  const t = words[language];
  const time = (instant: string) => timeSeen(instant, now, zone, language);
  return (
    <ol className="timeline">
      {log.map((entry) => (
        <li key={entry.version}>
          <p>
            <time dateTime={entry.at}>{time(entry.at)}</time> <strong>{whatHappened(entry, t)}</strong>
            <span className="who">{t.visit.by[entry.by.kind]}</span>
          </p>
          <Details details={detailsOf(entry, { host, time }, t)} />
        </li>
      ))}
    </ol>
  );
}

function Details({ details }: { readonly details: ReturnType<typeof detailsOf> }) {
  const t = words[useLanguage()];
  if (details.length === 0) return null;
  return (
    <details>
      <summary>{t.visit.details}</summary>
      <dl className="facts">
        {details.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
