import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MessageLine } from '../api.ts';
import { useLanguage, type Words, words } from '../language.ts';
import type { Job } from '../stuck.ts';
import { timeSeen } from '../times.ts';
import { wordIn } from '../word-in.ts';

interface ListProps<Item> {
  readonly items: readonly Item[];
  /** The server's clock, in milliseconds. */
  readonly now: number;
  readonly zone: string;
  readonly busy: boolean;
  readonly again: (item: Item) => void;
}

/** What was tried, in words; what has none is shown by its name. */
const whatOf = ({ what, message }: Job, { stuck, messages }: Words): string =>
  [wordIn(stuck.whats, what) ?? what, message && `(${messages.templates[message.template]})`].filter(Boolean).join(' ');

/** Effects and reactions that failed for good. */
export function StuckJobs({ items, now, zone, busy, again }: ListProps<Job>) {
  const language = useLanguage();
  const t = words[language];
  return (
    <StuckItems id="stuck-jobs" title={t.stuck.jobs} count={items.length}>
      {items.map((job) => (
        <StuckItem
          key={job.key}
          id={`job-${job.key}`}
          what={whatOf(job, t)}
          when={`${t.stuck.failedAt(timeSeen(job.failedAt, now, zone, language))} · ${t.stuck.tried(job.attempts)}`}
          why={wordIn(t.stuck.errors, job.error) ?? t.stuck.errorCode(job.error)}
          visit={job.workflow === 'visit' ? job.case : job.message?.about}
          button={t.stuck.tryAgain}
          busy={busy}
          again={() => again(job)}
        />
      ))}
    </StuckItems>
  );
}

/** Messages that bounced or could not be sent. */
export function LostMessages({ items, now, zone, busy, again }: ListProps<MessageLine>) {
  const language = useLanguage();
  const t = words[language];
  return (
    <StuckItems id="lost-messages" title={t.stuck.messages} count={items.length}>
      {items.map((line) => (
        <StuckItem
          key={line.message}
          id={`message-${line.message}`}
          what={t.messages.templates[line.template]}
          when={`${timeSeen(line.since, now, zone, language)} · ${t.messages.states[line.state]}`}
          why={[line.code && t.messages.failures[line.code], line.reply && `(${line.reply})`].filter(Boolean).join(' ')}
          visit={line.about}
          button={t.messages.commands.sendAgain}
          busy={busy}
          again={() => again(line)}
        />
      ))}
    </StuckItems>
  );
}

interface StuckItemsProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function StuckItems({ id, title, count, children }: StuckItemsProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="count">{count}</span>
      </h2>
      <ul className="stuck">{children}</ul>
    </section>
  );
}

interface StuckItemProps {
  readonly id: string;
  readonly what: string;
  readonly when: string;
  readonly why: string;
  /** The visit that it is about. */
  readonly visit: string | undefined;
  readonly button: string;
  readonly busy: boolean;
  readonly again: () => void;
}

function StuckItem({ id, what, when, why, visit, button, busy, again }: StuckItemProps) {
  const t = words[useLanguage()];
  return (
    <li>
      <div>
        <h3 id={id}>{what}</h3>
        <p className="stuck-when">{when}</p>
        <p>{why}</p>
      </div>
      <div className="buttons">
        {visit !== undefined && (
          <Link className="back-link" href={`/visits/${visit}`} aria-describedby={id}>
            {t.stuck.toVisit}
          </Link>
        )}
        <button type="button" aria-disabled={busy} aria-describedby={id} onClick={again}>
          {button}
        </button>
      </div>
    </li>
  );
}
