import { useEffect, useRef } from 'react';
import { useApp } from '../state/app.ts';
import { closeWorkbench } from '../state/navigate.ts';
import { Dialog } from '../ui/dialog.tsx';

type DiscardDialogProps = { readonly onClose: () => void };

/** Before corrections that were not accepted are lost. */
export function DiscardDialog({ onClose }: DiscardDialogProps) {
  const app = useApp();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Dialog title="Leave without keeping?" onClose={onClose} className="bench-discard">
      <p>What you corrected in this split has not been accepted. The articles stay as they were.</p>
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose();
            closeWorkbench(app);
          }}
        >
          Discard the corrections
        </button>
        <button ref={keep} type="button" className="button main" onClick={onClose}>
          Go on correcting
        </button>
      </div>
    </Dialog>
  );
}
