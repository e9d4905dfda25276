import { PhoneMissed, ShieldAlert, TriangleAlert } from 'lucide-react';
import type { VisitView } from '../api.ts';
import { useWords } from '../language.ts';

/** What a person has to look at before anything else. */
export function Warnings({ view: { state, context } }: { readonly view: VisitView }) {
  const t = useWords();
  return (
    <>
      {context.barred.length > 0 && (
        <p className="notice notice-bad">
          <ShieldAlert size={20} aria-hidden="true" /> {t.visits.barredWarning}
        </p>
      )}
      {state === 'waiting' && context.deskTold && (
        <div className="notice notice-warn">
          <PhoneMissed size={20} aria-hidden="true" />
          <div>
            <p className="notice-title">{t.visit.hostSilent}</p>
            <p>{t.visit.hostSilentHelp}</p>
          </div>
        </div>
      )}
      {state === 'waiting' && context.hostReminded && !context.deskTold && (
        <p className="notice notice-warn">
          <TriangleAlert size={20} aria-hidden="true" /> {t.visit.hostReminded}
        </p>
      )}
      {context.forgotten && (
        <p className="notice notice-warn">
          <TriangleAlert size={20} aria-hidden="true" /> {t.visits.forgotten}
        </p>
      )}
    </>
  );
}
