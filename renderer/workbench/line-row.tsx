import { memo } from 'react';
import type { DropReason } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { formatNumber } from '../ui/format.ts';
import { isSure, wordReason } from '../ui/split-words.ts';

type LineRowProps = {
  /** Its place among all rows, from 0. */
  readonly row: number;
  readonly line: number;
  readonly text: string;
  /** Characters that are not given. */
  readonly hidden: number;
  /** How sure the article is that it stands in; null where it stands in none. */
  readonly confidence: number | null;
  readonly reason: DropReason | null;
  readonly isCurrent: boolean;
  /** A border that is dragged would go here. */
  readonly isTarget: boolean;
  readonly onLine: (line: number) => void;
};

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { row, line, text, hidden, confidence, reason, isCurrent, isTarget, onLine } = props;
  const classes = [
    'bench-ln',
    confidence === null ? 'none' : isSure(confidence) ? 'sure' : 'doubt',
    reason === null ? '' : 'out',
    isCurrent ? 'at' : '',
    isTarget ? 'target' : '',
  ];
  return (
    // The text has the focus and its keys; a click is the pointer's way to a line.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={`bench-${line}`}
      aria-rowindex={row + 1}
      aria-selected={isCurrent}
      data-line={line}
      className={classes.join(' ')}
      onClick={() => onLine(line)}
    >
      <span role="gridcell" className="no">
        {formatNumber(line)}
      </span>
      <span role="gridcell" className="tx" dir="auto">
        {text}
        {hidden > 0 && <bdi className="hidden-end"> … {countOf(hidden, 'more character')}</bdi>}
      </span>
      <span role="gridcell" className="because" dir="auto">
        <Because confidence={confidence} reason={reason} isBlank={text === ''} />
      </span>
    </div>
  );
});

type BecauseProps = Pick<LineRowProps, 'confidence' | 'reason'> & { readonly isBlank: boolean };

/** What a line is, where it is not simply text of an article that is sure. */
function Because({ confidence, reason, isBlank }: BecauseProps) {
  if (reason !== null) {
    return (
      <>
        <span className="because-lead">left out: </span>
        {wordReason(reason)}
      </>
    );
  }
  if (confidence === null) return isBlank ? null : 'separator';
  return isSure(confidence) ? null : <span className="sr">article in doubt</span>;
}
