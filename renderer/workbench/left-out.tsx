import { ChevronRight } from 'lucide-react';
import type { DroppedLine, DropReason } from '../../shared/model.ts';
import { formatCount } from '../ui/format-count.ts';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { wordReason } from '../ui/split-words.ts';
import type { Spot } from './spot.ts';

type LeftOutProps = { readonly spot: Spot; readonly onLine: (line: number) => void };

/** The lines that are in no article, by why; each kind leads from line to line. */
export function LeftOut({ spot, onLine }: LeftOutProps) {
  const { dropped } = spot.view;
  if (dropped.length === 0) return null;
  const kinds = Map.groupBy(dropped, ({ reason }) => reason);
  return (
    <details className="bench-out">
      <summary>
        <Icon of={ChevronRight} small flip />
        <bdi>{formatCount(dropped.length, 'line')} left out, all kept with the original</bdi>
      </summary>
      <ul className="scroll">
        {[...kinds].map(([reason, lines]) => (
          <Kind key={reason} reason={reason} lines={lines} line={spot.line} onLine={onLine} />
        ))}
      </ul>
    </details>
  );
}

type KindProps = {
  readonly reason: DropReason;
  readonly lines: readonly DroppedLine[];
  /** Where a person is. */
  readonly line: number;
  readonly onLine: (line: number) => void;
};

function Kind({ reason, lines, line, onLine }: KindProps) {
  const next = lines.find((each) => each.line > line) ?? lines[0];
  return (
    <li>
      <span>{wordReason(reason)}</span>
      <bdi className="muted num">{formatCount(lines.length, 'line')}</bdi>
      {next !== undefined && (
        <button type="button" className="link num" onClick={() => onLine(next.line)}>
          line {formatNumber(next.line)}
          <span className="sr">, {wordReason(reason)}</span>
        </button>
      )}
    </li>
  );
}
