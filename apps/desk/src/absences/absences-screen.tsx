import { useEffect, useState } from 'react';
import type { Problem, Visitors } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { Connection } from '../parts/connection.tsx';
import { focusHeading, Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { serverNow } from '../server-clock.ts';
import { wallClock } from '../times.ts';
import { emptyAbsence, typedOf } from './absence-entry.ts';
import { AbsenceForm, type AbsenceInput } from './absence-form.tsx';
import { monthOf, monthsOn } from './days-away.ts';
import { loadAbsences } from './load-absences.ts';
import { type Doing, MonthAway } from './month-away.tsx';
import { whenSeen } from './when-seen.ts';
import { Withdrawal } from './withdrawal.tsx';

interface AbsencesProps {
  /** Today's list: it knows the office's zone and the server's clock. */
  readonly visitors: Snapshot<Visitors, Problem>;
  /** The staff member who is at the desk. */
  readonly self: string | null;
}

/** Who is away, when, and who stands in, once the office's zone is known: the days are those on its wall. */
export function AbsencesScreen({ visitors, self }: AbsencesProps) {
  const t = words[useLanguage()].absences;
  const zone = visitors.data?.zone;
  return (
    <Page title={t.title}>
      <p>{t.intro}</p>
      {zone ? <Absences visitors={visitors} self={self} zone={zone} /> : <Connection snapshot={visitors} />}
    </Page>
  );
}

type Open = Doing | { readonly what: 'enter' };

function Absences({ visitors, self, zone }: AbsencesProps & { readonly zone: string }) {
  const language = useLanguage();
  const t = words[language].absences;
  const now = serverNow(visitors);
  const today = wallClock(now, zone).date;
  const [month, setMonth] = useState(monthOf(today));
  const months = [month, monthsOn(month, 1)];
  const { data, problem, reload } = useLoaded((signal) => loadAbsences({ months, zone, self }, signal), month);
  const [open, setOpen] = useState<Open>();
  const [said, say] = useState('');
  // The line that had the focus has moved, or is gone.
  useEffect(() => {
    if (said) focusHeading();
  }, [said]);

  const nameFor = (staff: string) => data?.names.get(staff) ?? t.unknown;
  const done = (text: string) => {
    setOpen(undefined);
    say(text);
    reload();
  };
  const saved = (input: AbsenceInput) => {
    const begins = monthOf(wallClock(Date.parse(input.from), zone).date);
    if (!months.includes(begins)) setMonth(begins);
    const tell = open?.what === 'enter' ? t.done.entered : t.done.changed;
    done(tell(nameFor(input.staff), whenSeen(input, zone, language)));
  };
  return (
    <>
      <p role="status" className="said">
        {said}
      </p>
      {data && (
        <div className="buttons">
          {data.mayReport && (
            <button type="button" onClick={() => setOpen({ what: 'enter' })}>
              {t.enter}
            </button>
          )}
          <button type="button" className="quiet" onClick={() => setMonth(monthsOn(month, -1))}>
            {t.earlier}
          </button>
          <button type="button" className="quiet" onClick={() => setMonth(monthsOn(month, 1))}>
            {t.later}
          </button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} busy={false} again={reload} />}
      {!data && !problem && <p className="empty">{words[language].chrome.loading}</p>}
      {data?.more && <p className="notice notice-warn">{t.more}</p>}
      {data?.months.map((each) => (
        <MonthAway key={each} month={each} shown={data} zone={zone} today={today} ask={setOpen} />
      ))}
      {data && open && open.what !== 'withdraw' && (
        <AbsenceForm
          start={open.what === 'enter' ? emptyAbsence(now, zone) : typedOf(open.absence, zone)}
          changing={open.what === 'change' ? open.absence : undefined}
          shown={data}
          zone={zone}
          close={() => setOpen(undefined)}
          saved={saved}
        />
      )}
      {open?.what === 'withdraw' && (
        <Withdrawal
          absence={open.absence}
          name={nameFor(open.absence.staff)}
          when={whenSeen(open.absence, zone, language)}
          close={() => setOpen(undefined)}
          done={() => done(t.done.withdrawn(nameFor(open.absence.staff)))}
        />
      )}
    </>
  );
}
