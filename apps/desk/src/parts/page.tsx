import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useWords } from '../language.ts';

/** Address of the page shown last. The first one keeps the focus where the browser put it. */
let lastShown: string | undefined;

interface PageProps {
  readonly title: string;
  /** What the browser's tab says before the title: an error, how many wait. */
  readonly before?: string | undefined;
  /** Id of the element to come back to; the heading when it is not there. */
  readonly cameFrom?: string | undefined;
  /** Stands beside the heading. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its title in the tab, its heading, and the focus on it when somebody came here from another screen. */
export function Page({ title, before = '', cameFrom, beside, children }: PageProps) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${before}${title} – ${t.chrome.product}`;
  }, [before, title, t]);

  // Only on arrival: the place where one came from changes later.
  useLayoutEffect(() => {
    const place = (cameFrom && document.getElementById(cameFrom)) || heading.current;
    if (lastShown !== undefined && lastShown !== location.pathname) place?.focus();
    lastShown = location.pathname;
  }, []);

  return (
    <>
      <div className="page-head">
        <h1 id="heading" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </>
  );
}

/** Where the focus goes when what had it is gone because it is done. */
export const focusHeading = (): void => document.getElementById('heading')?.focus();
