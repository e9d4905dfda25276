import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface ModalProps {
  /** Id of its heading. */
  readonly labelledBy: string;
  readonly className?: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Opened over the page, closed by Esc or when it is done; the focus goes back to where it was. */
export function Modal({ labelledBy, className, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the browser goes on: what is typed next belongs into the form. Closing gives the focus back to the button.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={labelledBy}
      // Esc, at once: the browser's own `close` comes later, when somebody quick may have opened the form again.
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // Where a browser closes without asking, as Chromium does at a second Esc.
      onClose={() => dialog.current?.open || close()}
    >
      {children}
    </dialog>
  );
}
