import { type KeyboardEvent, useEffect, useState } from 'react';
import { api } from '../api.ts';
import { useWords } from '../language.ts';
import type { Ties } from './field.tsx';

export interface Host {
  readonly id: string;
  readonly name: string;
}

/** The API shows nobody before. */
const FEWEST_LETTERS = 3;
/** A pause in typing that ends a word. */
const TYPING_MS = 150;

interface HostSearchProps {
  readonly ties: Ties;
  readonly text: string;
  /** Whether somebody was chosen; then nobody else is looked for. */
  readonly isChosen: boolean;
  /** The text as it is typed, and the person when one is chosen. */
  readonly change: (text: string, chosen: Host | undefined) => void;
}

/** Who is visited: typed and chosen from what is found, by arrow keys and Enter or by hand (APG: editable combobox). */
export function HostSearch({ ties, text, isChosen, change }: HostSearchProps) {
  const t = useWords();
  const { found, away } = useHosts(isChosen ? '' : text);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? found : undefined;
  const list = `${ties.id}-list`;

  const choose = (host: Host) => {
    change(host.name, host);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Enter' && shown?.[active]) {
      event.preventDefault();
      choose(shown[active]);
    } else if (event.key === 'Escape') setOpen(false);
  };

  return (
    <div className="combobox">
      <input
        {...ties}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown !== undefined && shown.length > 0}
        aria-controls={list}
        aria-activedescendant={shown?.[active] ? `${list}-${active}` : undefined}
        required
        value={text}
        onChange={({ target }) => {
          change(target.value, undefined);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id={list} role="listbox" aria-label={t.announce.hosts} hidden={!shown || shown.length === 0}>
        {shown?.map((host, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
          <div
            key={host.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // The press would take the focus from the input and close the list before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(host)}
          >
            {host.name}
          </div>
        ))}
      </div>
      {/* Always one line high: what comes below must not move away under a press that closes the list. */}
      <p role="status" className="hint found">
        {away ? t.announce.searchAway : found && t.announce.found(found.length)}
      </p>
    </div>
  );
}

/** Hosts whose names begin so, asked for when typing rests; an answer to an older text is not waited for. */
function useHosts(text: string): { readonly found: readonly Host[] | undefined; readonly away: boolean } {
  const search = text.trim();
  const [answer, setAnswer] = useState<{ search: string; found?: readonly Host[] }>();
  useEffect(() => {
    if (search.length < FEWEST_LETTERS) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const { data } = await api.call('GET /hosts', { search }, { signal: request.signal });
      if (!request.signal.aborted) setAnswer({ search, ...(data && { found: data.hosts }) });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [search]);
  const isAnswered = search.length >= FEWEST_LETTERS && answer?.search === search;
  return { found: isAnswered ? answer.found : undefined, away: isAnswered && answer.found === undefined };
}
