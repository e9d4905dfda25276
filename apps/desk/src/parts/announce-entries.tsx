import { type AnnounceField, type Announcement, announceFields } from '../announce-form.ts';
import { useWords } from '../language.ts';
import type { FieldError } from './error-summary.tsx';
import { Field, type Ties } from './field.tsx';
import { HostSearch } from './host-search.tsx';

const required: readonly AnnounceField[] = ['family', 'host', 'date', 'time'];

interface AnnounceEntriesProps {
  readonly typed: Announcement;
  /** What is typed to find the host; `typed.host` is the id of the one chosen. */
  readonly hostText: string;
  readonly errors: readonly FieldError[];
  readonly type: (field: AnnounceField, text: string) => void;
  readonly typeHost: (text: string) => void;
}

/** The entries of the form, each with its label, hint and message. */
export function AnnounceEntries({ typed, hostText, errors, type, typeHost }: AnnounceEntriesProps) {
  const { announce } = useWords();

  const entry = (field: AnnounceField, ties: Ties) => {
    const plain = {
      ...ties,
      value: typed[field],
      required: required.includes(field),
      onChange: ({ target }: { target: { value: string } }) => type(field, target.value),
    };
    switch (field) {
      case 'host':
        return (
          <HostSearch
            ties={ties}
            text={hostText}
            isChosen={typed.host !== ''}
            change={(text, chosen) => {
              typeHost(text);
              type('host', chosen?.id ?? '');
            }}
          />
        );
      case 'date':
      case 'time':
        return <input {...plain} type={field} />;
      case 'note':
        return <textarea {...plain} rows={3} maxLength={300} />;
      default:
        // Of a visitor: the receptionist's browser has nothing to fill in here.
        return <input {...plain} maxLength={100} autoComplete="off" />;
    }
  };

  return (
    <div className="entries">
      {announceFields.map((field) => (
        <div key={field} className={`entry entry-${field}`}>
          <Field
            id={idOf(field)}
            label={announce.fields[field]}
            required={required.includes(field)}
            hint={announce.hints[field]}
            error={errors.find((error) => error.field === idOf(field))?.message}
          >
            {(ties) => entry(field, ties)}
          </Field>
        </div>
      ))}
    </div>
  );
}

/** Id of an entry in the page. */
export const idOf = (field: AnnounceField): string => `announce-${field}`;
