import { useWords } from '../../language.ts';
import { Modal } from '../../parts/modal.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Sending } from '../../sending.ts';

interface ConfirmProps {
  /** What is about to happen, and to what. */
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly sending: Sending<void>;
  readonly close: () => void;
}

/** Names what cannot be undone before it happens. */
export function Confirm({ title, text, action, sending, close }: ConfirmProps) {
  const t = useWords();
  return (
    <Modal labelledBy="confirm-title" close={close}>
      <h2 id="confirm-title">{title}</h2>
      {sending.problem && (
        <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit()} />
      )}
      <p className="lead">{text}</p>
      <div className="buttons">
        <button type="button" className="grave" aria-disabled={sending.busy} onClick={() => sending.submit()}>
          {sending.busy ? t.signIn.busy : action}
        </button>
        <button type="button" onClick={close}>
          {t.account.close}
        </button>
      </div>
    </Modal>
  );
}
