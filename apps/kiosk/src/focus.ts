import { useLayoutEffect, useRef } from 'preact/hooks';
import type { State } from './state.ts';

/**
 * Takes the focus along to each new page: to the summary of mistakes, else to the first field of a question, else to the
 * heading. So whoever listens hears where they are, and whoever types need not tap first.
 */
export function useFocus(state: State): void {
  const mistakes = 'mistakes' in state ? state.mistakes : undefined;
  const { page } = state;
  const before = useRef(page);

  useLayoutEffect(() => {
    const isNewDocument = before.current === 'opening';
    before.current = page;
    if (isNewDocument) return;
    const targets = ['.mistakes', '.question input', 'h1'].map((selector) =>
      document.querySelector<HTMLElement>(selector),
    );
    targets.find((target) => target !== null)?.focus();
  }, [page, mistakes]);
}
