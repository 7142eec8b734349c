import { Combine, Scissors, Split, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { isSure, wordPercent } from '../ui/split-words.ts';
import type { Wish } from './bench.ts';
import { isDoubtful, type Border } from './rows.ts';

type BorderRowProps = {
  /** Its place among all rows, from 0. */
  readonly row: number;
  readonly border: Border;
  /** A person said so. */
  readonly isSet: boolean;
  readonly isDragged: boolean;
  readonly onWish: (wish: Wish) => void;
};

/** Where an article begins, or might. Its buttons are the toolbar's, for the pointer; it can be dragged, but for the first. */
export const BorderRow = memo(function BorderRow(props: BorderRowProps) {
  const { row, border, isSet, isDragged, onWish } = props;
  const { line, number } = border;
  const isMovable = number !== null && number > 1;
  const doubtful = isDoubtful(border) && !isSet;
  const classes = ['bench-border', doubtful ? 'doubt' : '', isMovable ? 'movable' : '', isDragged ? 'dragged' : ''];
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      data-line={line}
      data-border={isMovable ? line : undefined}
      className={classes.join(' ')}
    >
      <span role="gridcell" aria-colspan={3}>
        <Icon of={doubtful ? TriangleAlert : Scissors} small />
        <span className="words">
          <b>{number === null ? 'An article might begin here' : `Article ${formatNumber(number)} begins`}</b>{' '}
          <bdi>{wordSure(border, isSet)}</bdi>
        </span>
        <i className="rule" />
        {number === null && (
          <button type="button" tabIndex={-1} className="border-act" onClick={() => onWish({ kind: 'split', line })}>
            <Icon of={Split} small />
            Split here
          </button>
        )}
        {isMovable && (
          <button type="button" tabIndex={-1} className="border-act" onClick={() => onWish({ kind: 'join', line })}>
            <Icon of={Combine} small />
            Join
          </button>
        )}
      </span>
    </div>
  );
});

function wordSure({ number, confidence }: Border, isSet: boolean): string {
  if (isSet) return 'set by you';
  if (number === null) return '';
  return isSure(confidence) ? `${wordPercent(confidence)} sure` : `${wordPercent(confidence)}, please look`;
}
