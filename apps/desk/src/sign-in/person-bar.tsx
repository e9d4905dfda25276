import { ChevronDown, Lock, UserRound } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { api, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import type { Wish } from './gate.tsx';
import { lockedHere, wentOut } from './standing.ts';

interface PersonBarProps {
  readonly who: WhoAmI;
  /** Whether this person may say who is away, such as they themselves. */
  readonly mayReportAbsence: boolean;
  readonly ask: (wish: Wish) => void;
}

/** Who is at the desk, locking it at once, and what else concerns their own sign-in. */
export function PersonBar({ who, mayReportAbsence, ask }: PersonBarProps) {
  const words = useWords();
  const t = words.signIn.bar;
  const rightsLink = words.people.mine.link;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const locking = useTrying<void, unknown>(() => api.call('POST /session/lock', {}), lockedHere);
  const leaving = useTrying<void, unknown>(() => api.call('POST /session/end', {}), wentOut);
  const failed = locking.problem ?? leaving.problem;

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and these are buttons */}
      <div className="person" role="group" aria-label={t.label} onBlur={onBlur} onKeyDown={onKeyDown}>
        <button
          ref={opener}
          type="button"
          className="quiet-icon"
          aria-expanded={isOpen}
          aria-controls="person-menu"
          aria-label={t.menu(who.shownAs)}
          onClick={() => setOpen(!isOpen)}
        >
          <UserRound size={16} aria-hidden="true" />
          <span>{who.shownAs}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </button>
        <button type="button" className="quiet-icon" aria-disabled={locking.busy} onClick={() => locking.submit()}>
          <Lock size={16} aria-hidden="true" />
          <span>{t.lock}</span>
        </button>
        <ul id="person-menu" hidden={!isOpen}>
          <li>
            <button type="button" onClick={() => ask('places')}>
              {t.change}
            </button>
          </li>
          {who.offices.length > 1 && (
            <li>
              <button type="button" onClick={() => ask('offices')}>
                {t.office}
              </button>
            </li>
          )}
          <li>
            <Link href="/account" onClick={() => setOpen(false)}>
              {t.account}
            </Link>
          </li>
          <li>
            <Link href="/rights" onClick={() => setOpen(false)}>
              {rightsLink}
            </Link>
          </li>
          {mayReportAbsence && (
            <li>
              <Link href="/absences" onClick={() => setOpen(false)}>
                {words.absences.link}
              </Link>
            </li>
          )}
          <li>
            <button type="button" aria-disabled={leaving.busy} onClick={() => leaving.submit()}>
              {t.signOut}
            </button>
          </li>
        </ul>
      </div>
      {failed && (
        <div className="person-problem">
          <ProblemNotice
            problem={failed}
            busy={locking.busy || leaving.busy}
            again={() => (locking.problem ? locking : leaving).submit()}
          />
        </div>
      )}
    </>
  );
}
