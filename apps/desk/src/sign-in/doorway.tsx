import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '../language.ts';
import { LanguageSwitch } from '../parts/language-switch.tsx';

interface DoorwayProps {
  readonly title: string;
  /** Whether something is to be put right: the browser's tab says so first. */
  readonly wrong?: boolean;
  readonly children: ReactNode;
}

/** The frame around every screen before the desk: one card, one question. */
export function Doorway({ title, wrong = false, children }: DoorwayProps) {
  const t = useWords();
  const before = wrong ? t.problem.titlePrefix : '';
  useEffect(() => {
    document.title = `${before}${title} – ${t.chrome.product}`;
  }, [before, title, t]);
  return (
    <div className="doorway">
      <header className="doorway-head">
        <strong>{t.chrome.product}</strong>
        <LanguageSwitch />
      </header>
      <main id="main" className="doorway-card">
        <h1 id="heading" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}

/** Gives the focus to what is asked first when its screen appears; a form is read out with its name. */
export function useFocusFirst<T extends HTMLElement>() {
  const first = useRef<T>(null);
  useLayoutEffect(() => first.current?.focus({ preventScroll: true }), []);
  return first;
}
