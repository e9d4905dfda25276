import { useEffect, useRef } from 'react';
import { useWords } from '../language.ts';

export interface FieldError {
  /** Id of the entry. */
  readonly field: string;
  readonly message: string;
}

/** What is to be put right, above the form, in the words that also stand at the entries. It takes the focus. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const t = useWords();
  const summary = useRef<HTMLDivElement>(null);
  // The same errors after another try are news too.
  useEffect(() => summary.current?.focus(), [errors]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and this one comes and goes
    <div className="notice notice-bad" role="group" aria-labelledby="errors-title" tabIndex={-1} ref={summary}>
      <div>
        <h2 id="errors-title" className="notice-title">
          {t.problem.checkEntries}
        </h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a
                className="notice-link"
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
