import type { Field, Mistake } from '../state.ts';
import type { Words } from '../words/index.ts';

interface MistakesProps {
  readonly mistakes: readonly Mistake[];
  readonly words: Words;
}

/** All that is wrong on the page, on top; each leads to its field. */
export function MistakeSummary({ mistakes, words }: MistakesProps) {
  if (mistakes.length === 0) return null;
  return (
    <div class="mistakes" role="alert" tabIndex={-1}>
      <h2>{words.pleaseCheck}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li key={mistake.field}>
            {mistake.field === null ? (
              <MistakeText mistake={mistake} words={words} />
            ) : (
              <a href={`#${mistake.field}`} onClick={goTo(mistake.field)}>
                <MistakeText mistake={mistake} words={words} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Without the link's own way, which would write into the history. */
const goTo = (field: Field) => (event: globalThis.Event) => {
  event.preventDefault();
  document.getElementById(field)?.focus();
};

/** The same words at the field. */
export function MistakeAt({ field, mistakes, words }: MistakesProps & { readonly field: Field }) {
  const mistake = mistakes.find((each) => each.field === field);
  if (mistake === undefined) return null;
  return (
    <p class="mistake" id={mistakeId(field)}>
      <span class="unseen">{words.error}: </span>
      <MistakeText mistake={mistake} words={words} />
    </p>
  );
}

/** What a field says of its mistake to those who cannot see it. */
export function mistakenAttributes(field: Field, mistakes: readonly Mistake[], hint?: string) {
  const isMistaken = mistakes.some((mistake) => mistake.field === field);
  const describedBy = [hint, isMistaken && mistakeId(field)].filter(Boolean).join(' ');
  return { 'aria-invalid': isMistaken, 'aria-describedby': describedBy || undefined };
}

const mistakeId = (field: Field) => `${field}-mistake`;

/** A sentence of the API stays in the language in which it was asked for, and says so. */
const MistakeText = ({ mistake, words }: { readonly mistake: Mistake; readonly words: Words }) =>
  'code' in mistake ? (
    <span>{words.mistakes[mistake.code]}</span>
  ) : (
    <span lang={mistake.language}>{mistake.sentence}</span>
  );
