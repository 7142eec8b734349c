import { useEffect, useRef } from 'react';
import type { ArticleRow } from '../../shared/model.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FileName } from '../ui/file-name.tsx';
import { formatNumber } from '../ui/format.ts';
import { formatCount } from '../ui/format-count.ts';
import { wordTouched } from './touched-words.ts';
import './touched-dialog.css';

type TouchedDialogProps = {
  readonly name: string | null;
  /** The first of them. */
  readonly rows: readonly ArticleRow[];
  readonly total: number;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** Before an import is undone: which of its articles a person has starred, tagged or put in the trash since. */
export function TouchedDialog({ name, rows, total, onUndo, onClose }: TouchedDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Dialog title="Undo the import" onClose={onClose} className="touched">
      <p className="touched-lead">
        {formatCount(total, 'article')} of {name === null ? 'this import' : <FileName name={name} />}{' '}
        {total === 1 ? 'has' : 'have'} been marked since. The marks come back if the same text is imported again.
      </p>
      {/* A scrolling region must be reachable by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label="Marked articles" className="touched-scroll scroll" tabIndex={0}>
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <bdi className="touched-title" lang={row.language ?? ''} dir={row.direction}>
                {row.title}
              </bdi>
              <span className="muted">
                <bdi>{wordTouched(row)}</bdi>
              </span>
            </li>
          ))}
        </ul>
        {total > rows.length && <p className="muted">and {formatNumber(total - rows.length)} more</p>}
      </div>
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose();
            onUndo();
          }}
        >
          Undo the import
        </button>
        <button ref={keep} type="button" className="button main" onClick={onClose}>
          Keep it
        </button>
      </div>
    </Dialog>
  );
}
