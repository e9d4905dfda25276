import { Building2 } from 'lucide-react';
import { api, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import { useAsked } from './asked.ts';
import { Doorway } from './doorway.tsx';
import { cameIn } from './standing.ts';

interface OfficeChoiceProps {
  readonly who: WhoAmI;
  /** Leaves things as they are; where nothing is chosen yet it signs out. */
  readonly back: { readonly label: string; readonly go: () => void };
}

const myOffices = (signal: AbortSignal) => api.call('GET /session/offices', {}, { signal });

/** Where somebody works who belongs to several offices. */
export function OfficeChoice({ who, back }: OfficeChoiceProps) {
  const t = useWords();
  const { data, problem, again } = useAsked(myOffices);
  const choosing = useTrying((office: string) => api.call('POST /session/office', { office }), cameIn);
  const failed = choosing.problem ?? problem;
  const isNowhere = who.offices.length === 0;
  return (
    <Doorway title={t.signIn.office.title} wrong={failed !== undefined}>
      <p className="lead">{isNowhere ? t.signIn.office.none : t.signIn.office.help}</p>
      {failed && <ProblemNotice problem={failed} busy={choosing.busy} again={again} />}
      <ul className="people">
        {data?.offices.map(({ office, name }) => (
          <li key={office}>
            <button
              type="button"
              aria-current={office === who.office || undefined}
              aria-disabled={choosing.busy}
              onClick={() => choosing.submit(office)}
            >
              <Building2 size={20} aria-hidden="true" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="quiet" onClick={back.go}>
          {back.label}
        </button>
      </div>
    </Doorway>
  );
}
