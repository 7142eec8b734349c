import { Fragment } from 'react';
import type { LineRange } from '../../shared/model.ts';
import type { useOriginalLines } from '../state/original-lines.ts';
import type { Wish } from './bench.ts';
import { BorderRow } from './border-row.tsx';
import { LineRow } from './line-row.tsx';
import { bordersIn, rowOfLine, type LineState } from './rows.ts';
import type { Spot } from './spot.ts';
import type { Drag } from './use-border-drag.ts';

type TextChunkProps = {
  readonly index: number;
  readonly start: number;
  readonly onMeasure: (element: HTMLElement | null) => void;
  readonly range: LineRange;
  readonly spot: Spot;
  readonly lines: Pick<ReturnType<typeof useOriginalLines>, 'lineAt' | 'hiddenAt'>;
  readonly stateAt: (line: number) => LineState;
  readonly drag: Drag | null;
  readonly onLine: (line: number) => void;
  readonly onWish: (wish: Wish) => void;
};

/** Some lines that follow on one another, with the borders before them; measured and moved as one. */
export function TextChunk(props: TextChunkProps) {
  const { index, start, onMeasure, range, spot, lines, stateAt, drag, onLine, onWish } = props;
  const { view, borders, line: current } = spot;
  const [first, last] = range;
  const own = new Map(bordersIn(borders, range).map((border) => [border.line, border]));
  return (
    <div
      ref={onMeasure}
      role="presentation"
      data-index={index}
      className="bench-chunk"
      style={{ transform: `translateY(${start}px)` }}
    >
      {Array.from({ length: last - first + 1 }, (_, place) => first + place).map((line) => {
        const border = own.get(line);
        const row = rowOfLine(borders, line);
        const { article, reason } = stateAt(line);
        return (
          <Fragment key={line}>
            {border !== undefined && (
              <BorderRow
                row={row - 1}
                border={border}
                isSet={view.corrections.begins.includes(line)}
                isDragged={drag?.from === line}
                onWish={onWish}
              />
            )}
            <LineRow
              row={row}
              line={line}
              text={lines.lineAt(line)}
              hidden={lines.hiddenAt(line)}
              confidence={article === null ? null : (view.articles[article]?.confidence ?? null)}
              reason={reason}
              isCurrent={line === current}
              isTarget={drag?.to === line}
              onLine={onLine}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
