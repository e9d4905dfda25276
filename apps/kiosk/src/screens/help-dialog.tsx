import { officeWords } from '../heading.ts';
import { Modal } from './modal.tsx';
import type { Shown } from './shown.ts';

/** Where to find a person, who can do all that this screen does. */
export function HelpDialog({ state, send, words }: Shown) {
  const close = () => send({ type: 'closeHelp' });
  return (
    <Modal class="help" title={words.needHelp} onCancel={close}>
      <p>{'welcome' in state ? officeWords(state).pleaseSeeStaff : words.pleaseSeeStaff}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={close}>
          {words.close}
        </button>
      </div>
    </Modal>
  );
}
