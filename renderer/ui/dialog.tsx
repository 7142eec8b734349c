import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './icon-button.tsx';
import './dialog.css';

type DialogProps = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly className?: string;
  /** Stands in the head beside the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A window over the window: closed by Esc, by its button or by a click beside it. */
export function Dialog({ title, onClose, className = '', aside, children }: DialogProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`modal ${className}`}>
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2} className="cut">
              {title}
            </Heading>
            {aside}
            <span className="grow" />
            <IconButton icon={X} name="Close" keyLabel="Esc" onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
