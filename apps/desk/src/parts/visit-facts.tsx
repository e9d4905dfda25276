import type { VisitView } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { timeSeen } from '../times.ts';
import type { VisitFactLabel } from '../words/words.ts';

interface VisitFactsProps {
  readonly context: VisitView['context'];
  readonly host: string | undefined;
  readonly now: number;
  readonly zone: string;
}

/** What is known of a visit, as a list of terms; what is not known is not named. */
export function VisitFacts({ context, host, now, zone }: VisitFactsProps) {
  const language = useLanguage();
  const t = words[language];
  const time = (instant: string | null) => instant && timeSeen(instant, now, zone, language);
  const purpose = context.policy.purposes.find(({ id }) => id === context.purpose)?.label[language];
  const facts: readonly (readonly [VisitFactLabel, string | null | undefined])[] = [
    ['company', context.company],
    ['host', host],
    ['purpose', purpose ?? context.purpose],
    ['note', context.note],
    ['announced', context.announced ? t.visit.announcedYes : t.visit.announcedNo],
    ['expectedAt', time(context.expectedAt)],
    ['arrivedAt', time(context.arrivedAt)],
    ['receivedAt', time(context.receivedAt)],
    ['badge', context.badge],
    ['endedAt', time(context.endedAt)],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t.visit.facts[name]}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
