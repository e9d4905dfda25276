import { useState } from 'react';
import { useWords } from '../../language.ts';
import { Modal } from '../../parts/modal.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly close: () => void;
}

/** Shown this once, to be printed or copied. */
export function RecoveryCodes({ codes, close }: RecoveryCodesProps) {
  const t = useWords().account.recovery;
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(t.copied);
    } catch {
      setSaid(t.notCopied); // a page without HTTPS has no clipboard, and a person may forbid it
    }
  }
  return (
    // Esc does not close it: what is shown only now must not go by a slip.
    <Modal labelledBy="recovery-title" className="prints" close={() => {}}>
      <h2 id="recovery-title">{t.title}</h2>
      <p className="lead">{t.help}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p role="status" className="said">
        {said}
      </p>
      <div className="buttons">
        <button type="button" className="main" onClick={close}>
          {t.kept}
        </button>
        <button type="button" onClick={copy}>
          {t.copy}
        </button>
        <button type="button" onClick={() => print()}>
          {t.print}
        </button>
      </div>
    </Modal>
  );
}
