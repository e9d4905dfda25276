import { UserRound } from 'lucide-react';
import { api, doorApi } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import { useAsked } from './asked.ts';
import { cameIn } from './standing.ts';

const whoIsInTheDemo = (signal: AbortSignal) => doorApi.call('GET /sign-in/demo', {}, { signal });

/** In a demo: whom one may be, without a password. Nothing anywhere else. */
export function DemoPeople() {
  const t = useWords().signIn;
  const { data } = useAsked(whoIsInTheDemo);
  const being = useTrying(
    (person: { readonly office: string; readonly staff: string }) => api.call('POST /sign-in/demo', person),
    cameIn,
  );
  if (!data || data.people.length === 0) return null;
  return (
    <section className="doorway-more" aria-labelledby="demo">
      <h2 id="demo">{t.demo}</h2>
      <p className="hint">{t.demoHelp}</p>
      {being.problem && <ProblemNotice problem={being.problem} busy={being.busy} again={() => being.forget()} />}
      <ul className="people">
        {data.people.map(({ office, staff, shownAs }) => (
          <li key={`${office} ${staff}`}>
            <button type="button" aria-disabled={being.busy} onClick={() => being.submit({ office, staff })}>
              <UserRound size={20} aria-hidden="true" />
              <span>{t.demoPerson(shownAs)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
