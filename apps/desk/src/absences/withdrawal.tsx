import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { Absence } from './load-absences.ts';

interface WithdrawalProps {
  readonly absence: Absence;
  readonly name: string;
  /** The time it is about, in words. */
  readonly when: string;
  readonly close: () => void;
  readonly done: () => void;
}

/** Somebody is not away after all. Says whose absence it is, and of when, before it happens. */
export function Withdrawal({ absence, name, when, close, done }: WithdrawalProps) {
  const words = useWords();
  const t = words.absences;
  const sending = useSending<void, unknown>((_nothing, request): Promise<Answered<unknown>> => {
    const { id, ...said } = absence;
    return api.call('POST /absences/{absence}/change', { ...said, absence: id, withdrawn: true }, { request });
  }, done);
  return (
    <Modal labelledBy="withdrawal" close={close}>
      <h2 id="withdrawal">{t.withdrawOf(name)}</h2>
      {sending.problem && (
        <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit()} />
      )}
      <p>{when}</p>
      <p className="hint">{t.withdrawHelp}</p>
      <div className="buttons">
        <button type="button" className="grave" aria-disabled={sending.busy} onClick={() => sending.submit()}>
          {sending.busy ? words.command.sending : t.withdraw}
        </button>
        <button type="button" onClick={close}>
          {words.command.cancel}
        </button>
      </div>
    </Modal>
  );
}
