import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ModalProps {
  readonly title: string;
  readonly class: string;
  /** Escape was pressed. */
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** A native modal dialog, open as long as it is rendered. Closing it gives the focus back to where it was. */
export function Modal({ title, class: name, onCancel, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const cancel = (event: globalThis.Event) => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog ref={ref} class={name} aria-labelledby="modal-title" onCancel={cancel}>
      <h2 id="modal-title">{title}</h2>
      {children}
    </dialog>
  );
}
