import { useState } from 'react';
import { useWords } from '../language.ts';

interface ShownOnceProps {
  /** What to do with it, and that it is not shown again. */
  readonly help: string;
  readonly text: string;
}

/** A link, a key or a secret that is shown this once, to be copied. */
export function ShownOnce({ help, text }: ShownOnceProps) {
  const t = useWords().people.signIn;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="notice" role="status">
      <div>
        <p>{help}</p>
        <p className="address">{text}</p>
        <button type="button" onClick={() => void copy()}>
          {copied ? t.copied : t.copy}
        </button>
      </div>
    </div>
  );
}
