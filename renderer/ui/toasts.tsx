/* The sentences at the corner of the window. The region is always there, so that screen readers hear what is added. */

import { Undo2, X } from 'lucide-react';
import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { Icon } from './icon.tsx';
import './toasts.css';

/** Long enough to read a sentence and reach a button; Undo stays on Ctrl+Z afterwards. */
const shownMs = 10_000;

export type ShownToast = {
  readonly id: number;
  readonly words: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
};
type ToastsProps = {
  readonly toasts: readonly ShownToast[];
  readonly isOverStrip: boolean;
  readonly onClose: (id: number) => void;
};

export function Toasts({ toasts, isOverStrip, onClose }: ToastsProps) {
  return (
    <section
      aria-label="Notifications"
      data-pane="toasts"
      // Stays reachable, and heard, while a dialog hides the rest of the window.
      data-react-aria-top-layer="true"
      className={`toasts ${isOverStrip ? 'over-strip' : ''}`}
    >
      <div role="status" aria-label="Notifications">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
        ))}
      </div>
    </section>
  );
}

type ToastLineProps = { readonly toast: ShownToast; readonly onClose: () => void };

function ToastLine({ toast, onClose }: ToastLineProps) {
  const [isHeld, setHeld] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onClose, shownMs);
    return () => {
      clearTimeout(timer);
    };
    // A new function for the same toast must not start the time anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isHeld, toast.id]);
  function handleFocus(event: FocusEvent<HTMLElement>): void {
    setHeld(true);
    const { currentTarget, relatedTarget } = event;
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      cameFrom.current = relatedTarget;
  }

  /** The button goes with the toast: the focus goes back to where it was before. */
  function close(): void {
    onClose();
    cameFrom.current?.focus({ preventScroll: true });
  }

  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={handleFocus}
      onBlur={() => setHeld(false)}
    >
      <p className="grow">{toast.words}</p>
      {toast.actions.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="do"
          onClick={() => {
            close();
            run();
          }}
        >
          {label === 'Undo' && <Icon of={Undo2} small flip />}
          {label}
        </button>
      ))}
      <button type="button" className="ib" aria-label="Dismiss" onClick={close}>
        <Icon of={X} />
      </button>
    </div>
  );
}
