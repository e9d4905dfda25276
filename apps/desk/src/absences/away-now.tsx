import type { Problem, Visitors } from '../api.ts';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { useLoaded } from '../people/use-loaded.ts';
import { serverNow } from '../server-clock.ts';
import { whenSeen } from './when-seen.ts';

interface AwayNowProps {
  readonly person: string;
  readonly visitors: Snapshot<Visitors, Problem>;
  readonly nameFor: (staff: string) => string | undefined;
}

/** One line about somebody who is away at this moment: until when, and who stands in. */
export function AwayNow({ person, visitors, nameFor }: AwayNowProps) {
  const language = useLanguage();
  const { data } = useLoaded((signal) => api.call('GET /absences', {}, { signal }), person);
  const zone = visitors.data?.zone;
  const now = serverNow(visitors);
  const isNow = ({ from, until }: { readonly from: string; readonly until: string }) =>
    Date.parse(from) <= now && now < Date.parse(until);
  const absence = data?.absences.find((each) => each.staff === person && isNow(each));
  if (!absence || !zone) return null;
  const deputy = absence.deputy === null ? undefined : nameFor(absence.deputy);
  return <p className="hint">{words[language].absences.awayNow(whenSeen(absence, zone, language), deputy)}</p>;
}
