import { type InputHTMLAttributes, type RefObject, useState } from 'react';
import { useWords } from '../language.ts';
import type { Ties } from '../parts/field.tsx';

/** What is asked for, and what a browser or a password manager may fill in there. */
export interface Entry<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  /** Said when it is left empty; without it, it may be. */
  readonly missing?: string;
  readonly kind: keyof typeof kinds;
  /** As the person has it already; then it is only shown. */
  readonly fixed?: string;
}

/** A name is a mail address by its form alone, so the browser does not check it; codes are read off and typed. */
const kinds = {
  signInName: { autoComplete: 'username webauthn', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  name: { autoComplete: 'username', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  person: { autoComplete: 'name', maxLength: 120 },
  label: { autoComplete: 'off', maxLength: 60 },
  password: { autoComplete: 'current-password', type: 'password', maxLength: 1024 },
  newPassword: { autoComplete: 'new-password', type: 'password', maxLength: 1024 },
  code: { autoComplete: 'one-time-code', inputMode: 'numeric', spellCheck: false, maxLength: 20 },
  recoveryCode: { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, maxLength: 40 },
  pin: { autoComplete: 'off', type: 'password', inputMode: 'numeric', maxLength: 6 },
} as const satisfies Readonly<Record<string, InputHTMLAttributes<HTMLInputElement>>>;

interface EntryProps {
  readonly entry: Entry<string>;
  readonly ties: Ties;
  readonly first: RefObject<HTMLInputElement | null> | undefined;
}

/** One entry. What is typed stays in the page alone, and is read when the form is sent. */
export function EntryInput({ entry, ties, first }: EntryProps) {
  const t = useWords().signIn;
  const [isShown, setShown] = useState(false);
  const { name, kind, missing, fixed } = entry;
  const input = {
    ...kinds[kind],
    ...ties,
    name,
    required: missing !== undefined,
    ...(first && { ref: first }),
    ...(fixed !== undefined && { readOnly: true, defaultValue: fixed }),
  };
  if (kind !== 'password' && kind !== 'newPassword') return <input {...input} />;
  const { short, full } = isShown ? t.hide : t.show;
  return (
    <div className="with-button">
      <input {...input} type={isShown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <button type="button" aria-label={full} aria-controls={ties.id} onClick={() => setShown(!isShown)}>
        {short}
      </button>
    </div>
  );
}
