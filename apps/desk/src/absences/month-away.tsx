import { useLanguage, words } from '../language.ts';
import { daysSeen, monthSeen } from '../times.ts';
import { type AwayOn, type DaysAway, daysAway } from './days-away.ts';
import type { Absence, AbsencesShown } from './load-absences.ts';

export interface Doing {
  readonly what: 'change' | 'withdraw';
  readonly absence: Absence;
}

interface MonthAwayProps {
  readonly month: string;
  readonly shown: AbsencesShown;
  readonly zone: string;
  /** The date on the office's wall. */
  readonly today: string;
  readonly ask: (doing: Doing) => void;
}

/** One month: by day, who is away and who stands in. Days in a row with the same people are one entry. */
export function MonthAway(props: MonthAwayProps) {
  const { month, shown, zone, today } = props;
  const language = useLanguage();
  const t = words[language].absences;
  const days = daysAway(shown.absences, month, zone);
  const past = days.filter(({ last }) => last < today);
  const rest = days.filter(({ last }) => last >= today);
  const id = `month-${month}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{monthSeen(month, language)}</h2>
      {days.length === 0 && <p className="nobody">{t.nobody}</p>}
      {past.length > 0 && (
        <details>
          <summary>{t.past(past.length)}</summary>
          <Days {...props} days={past} />
        </details>
      )}
      <Days {...props} days={rest} />
    </section>
  );
}

function Days({ days, today, ...props }: MonthAwayProps & { readonly days: readonly DaysAway<Absence>[] }) {
  const language = useLanguage();
  const t = words[language].absences;
  return days.map(({ first, last, away }) => (
    <section key={first} className="days-away" aria-labelledby={`day-${first}`}>
      <h3 id={`day-${first}`}>
        {daysSeen(first, last, language)}
        {first <= today && today <= last && <span className="hint"> {t.today}</span>}
      </h3>
      <ul className="members">
        {away.map((each) => (
          <Line key={each.absence.id} {...props} id={`away-${first}-${each.absence.id}`} each={each} />
        ))}
      </ul>
    </section>
  ));
}

interface LineProps extends Pick<MonthAwayProps, 'shown' | 'ask'> {
  readonly id: string;
  readonly each: AwayOn<Absence>;
}

function Line({ id, each: { absence, from, until }, shown, ask }: LineProps) {
  const t = words[useLanguage()].absences;
  const nameFor = (staff: string) => shown.names.get(staff) ?? t.unknown;
  return (
    <li>
      <strong id={id}>{nameFor(absence.staff)}</strong>
      <span>{timesSeen()}</span>
      <span className="hint">{absence.deputy ? t.deputy(nameFor(absence.deputy)) : t.noDeputy}</span>
      {shown.mayReport && (
        <span className="buttons">
          {(['change', 'withdraw'] as const).map((what) => (
            <button
              key={what}
              type="button"
              className="quiet"
              aria-describedby={id}
              onClick={() => ask({ what, absence })}
            >
              {t[what]}
            </button>
          ))}
        </span>
      )}
    </li>
  );

  function timesSeen(): string {
    if (from && until) return t.between(from, until);
    if (from) return t.from(from);
    return until ? t.until(until) : t.allDay;
  }
}
