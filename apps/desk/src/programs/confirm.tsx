import type { FormEvent } from 'react';
import type { Answered } from '../api.ts';
import { useWords } from '../language.ts';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';

interface ConfirmProps {
  readonly title: string;
  readonly help: string;
  readonly send: (request: string) => Promise<Answered<unknown>>;
  readonly close: () => void;
  readonly done: () => void;
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({ title, help, send, close, done }: ConfirmProps) {
  const t = useWords();
  const sending = useSending<void, unknown>((_nothing, request) => send(request), done);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    void sending.submit();
  };
  return (
    <Modal labelledBy="confirm" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="confirm">{title}</h2>
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        <p>{help}</p>
        <div className="buttons">
          <button type="submit" className="grave" aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : title}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
