import { useWords } from '../../language.ts';
import { Modal } from '../../parts/modal.tsx';
import type { Sending } from '../../sending.ts';
import type { Entry } from '../entry.tsx';
import { EntryForm } from '../entry-form.tsx';

interface FormDialogProps<Name extends string> {
  readonly title: string;
  readonly entries: readonly Entry<Name>[];
  readonly sending: Sending<Readonly<Record<Name, string>>>;
  readonly about?: Readonly<Record<string, Name>>;
  readonly close: () => void;
}

/** A few entries over the page. */
export function FormDialog<Name extends string>({ title, close, ...form }: FormDialogProps<Name>) {
  const t = useWords();
  return (
    <Modal labelledBy="form-title" close={close}>
      <h2 id="form-title">{title}</h2>
      <EntryForm id="account" labelledBy="form-title" submit={title} {...form}>
        <button type="button" onClick={close}>
          {t.account.close}
        </button>
      </EntryForm>
    </Modal>
  );
}
