/* The text of the file: only what is in view is laid out, and fetched as it comes into view. */

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { useOriginalLines } from '../state/original-lines.ts';
import { wordFailure } from '../state/report-failure.ts';
import type { Wish } from './bench.ts';
import { BorderRow } from './border-row.tsx';
import { LineRow } from './line-row.tsx';
import { countRows, createLineStates, rowAt, rowOfLine, toLine, toRowKey } from './rows.ts';
import type { Spot } from './spot.ts';
import { useBorderDrag } from './use-border-drag.ts';

type TextPaneProps = {
  readonly spot: Spot;
  readonly lines: ReturnType<typeof useOriginalLines>;
  /** Is told how many lines a page has. */
  readonly pageLines: RefObject<number>;
  readonly onLine: (line: number) => void;
  readonly onWish: (wish: Wish) => void;
};

const lineHeight = 20;

export function TextPane({ spot, lines, pageLines, onLine, onWish }: TextPaneProps) {
  const { view, borders, line } = spot;
  const { total, error, lineAt, hiddenAt, want } = lines;
  const scroller = useRef<HTMLDivElement>(null);
  const stateAt = useMemo(() => createLineStates(view), [view]);
  const count = total === null ? 0 : countRows(total, borders);
  const current = rowOfLine(borders, line);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
    // What was measured belongs to its line, wherever the borders above it have moved it.
    getItemKey: useCallback((index: number) => toRowKey(rowAt(borders, index)), [borders]),
    // The row that `aria-activedescendant` names must be there, even when it was scrolled away.
    rangeExtractor: useCallback((range: Range) => withRow(range, current), [current]),
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => {
    want(toLine(rowAt(borders, startIndex)), toLine(rowAt(borders, endIndex)));
  }, [want, startIndex, endIndex, borders]);
  useEffect(() => {
    pageLines.current = Math.max(1, endIndex - startIndex - 2);
  }, [pageLines, startIndex, endIndex]);
  const isHere = count > 0;
  useEffect(() => {
    if (isHere) scroller.current?.focus({ preventScroll: true });
  }, [isHere]);
  useEffect(() => {
    if (!isHere) return;
    const { range } = virtualizer;
    const isFar = range === null || current < range.startIndex - 2 || current > range.endIndex + 2;
    virtualizer.scrollToIndex(current, { align: isFar ? 'center' : 'auto' });
  }, [virtualizer, current, isHere]);
  const drag = useBorderDrag({ scroller, virtualizer, borders, onWish });

  return (
    <section className="bench-text" aria-label="Text">
      {error !== null && <p className="page-error">The original could not be read. {wordFailure(error)}</p>}
      <div
        ref={scroller}
        role="grid"
        aria-label="Lines of the file"
        aria-rowcount={count}
        aria-activedescendant={isHere ? `bench-${line}` : undefined}
        tabIndex={0}
        data-pane="list"
        className={`bench-raw scroll ${drag.at === null ? '' : 'dragging'}`}
        {...drag.handlers}
      >
        <div role="presentation" className="bench-all" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const row = rowAt(borders, index);
            const place = { index, start, onMeasure: virtualizer.measureElement };
            if (row.kind === 'border') {
              return (
                <BorderRow
                  key={key}
                  {...place}
                  border={row.border}
                  isSet={view.corrections.begins.includes(row.border.line)}
                  isDragged={drag.at?.from === row.border.line}
                  onWish={onWish}
                />
              );
            }
            const state = stateAt(row.line);
            return (
              <LineRow
                key={key}
                {...place}
                line={row.line}
                text={lineAt(row.line)}
                hidden={hiddenAt(row.line)}
                confidence={state.article === null ? null : (view.articles[state.article]?.confidence ?? null)}
                reason={state.reason}
                isCurrent={row.line === line}
                isTarget={drag.at?.to === row.line}
                onLine={onLine}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function withRow(range: Range, row: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (row >= range.count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((a, b) => a - b);
}
