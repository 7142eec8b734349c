import { Check, TriangleAlert } from 'lucide-react';
import { usePlace } from '../state/place.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatMoment } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import './repairs-dialog.css';

type RepairsDialogProps = { readonly onClose: () => void };

/** What was found damaged when the library was opened, one sentence each, to read and to copy. */
export function RepairsDialog({ onClose }: RepairsDialogProps) {
  const recovery = usePlace().place?.recovery;
  if (recovery === undefined || recovery === null) return null;
  return (
    <Dialog
      title="What was repaired"
      aside={<span className="muted num">{formatMoment(recovery.at)}</span>}
      onClose={onClose}
      className="repairs"
    >
      {/* A scrolling region must be reachable by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label="Repairs" className="repairs-scroll scroll" tabIndex={0}>
        <ul>
          {recovery.repairs.map(({ words, lost }, index) => (
            // Two repairs may read the same.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <Icon of={lost ? TriangleAlert : Check} className={lost ? 'lost' : 'mended'} />
              <span>
                <span className="sr">{lost ? 'Not brought back: ' : 'Repaired: '}</span>
                <bdi>{words}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
