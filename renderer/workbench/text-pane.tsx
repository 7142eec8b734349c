/* The text of the file: only what is in view is laid out, and fetched as it comes into view. */

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import type { useOriginalLines } from '../state/original-lines.ts';
import { wordFailure } from '../state/report-failure.ts';
import type { Wish } from './bench.ts';
import { bordersIn, chunkOfLine, countChunks, countRows, createLineStates, linesOfChunk } from './rows.ts';
import type { Spot } from './spot.ts';
import { TextChunk } from './text-chunk.tsx';
import { useBorderDrag } from './use-border-drag.ts';

type TextPaneProps = {
  readonly spot: Spot;
  readonly lines: ReturnType<typeof useOriginalLines>;
  readonly text: RefObject<HTMLDivElement | null>;
  readonly onLine: (line: number) => void;
  readonly onWish: (wish: Wish) => void;
};

const lineHeight = 20;
const borderHeight = 28;

export function TextPane({ spot, lines, text, onLine, onWish }: TextPaneProps) {
  const { view, borders, line } = spot;
  const { error, want } = lines;
  const total = lines.total ?? 0;
  const stateAt = useMemo(() => createLineStates(view), [view]);
  const current = chunkOfLine(line);
  const virtualizer = useVirtualizer({
    count: countChunks(total),
    getScrollElement: () => text.current,
    estimateSize: (chunk) => {
      const [first, last] = linesOfChunk(chunk, total);
      return (last - first + 1) * lineHeight + bordersIn(borders, [first, last]).length * borderHeight;
    },
    overscan: 1,
    // The row that `aria-activedescendant` names must be there, even when it was scrolled away.
    rangeExtractor: useCallback((range: Range) => withChunk(range, current), [current]),
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => {
    if (total > 0) want(linesOfChunk(startIndex, total)[0], linesOfChunk(endIndex, total)[1]);
  }, [want, startIndex, endIndex, total]);
  const isHere = total > 0;
  useEffect(() => {
    if (isHere) text.current?.focus({ preventScroll: true });
  }, [text, isHere]);
  useEffect(() => {
    if (!isHere) return;
    const { range } = virtualizer;
    const isFar = range === null || current < range.startIndex - 1 || current > range.endIndex + 1;
    if (isFar) virtualizer.scrollToIndex(current, { align: 'center' });
    return revealRow(line, isFar);
    // A line stays where the eye has it while borders come and go around it.
  }, [virtualizer, line, current, borders, isHere]);
  const drag = useBorderDrag(text, onWish);

  return (
    <section className="bench-text" aria-label="Text">
      {error !== null && <p className="page-error">The original could not be read. {wordFailure(error)}</p>}
      <div
        ref={text}
        role="grid"
        aria-label="Lines of the file"
        aria-rowcount={countRows(total, borders)}
        aria-activedescendant={isHere ? `bench-${line}` : undefined}
        tabIndex={0}
        data-pane="list"
        className={`bench-raw scroll ${drag.at === null ? '' : 'dragging'}`}
        {...drag.handlers}
      >
        <div role="presentation" className="bench-all" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <TextChunk
              key={index}
              index={index}
              start={start}
              onMeasure={virtualizer.measureElement}
              range={linesOfChunk(index, total)}
              spot={spot}
              lines={lines}
              stateAt={stateAt}
              drag={drag.at}
              onLine={onLine}
              onWish={onWish}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

function withChunk(range: Range, chunk: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (chunk >= range.count || indexes.includes(chunk)) return indexes;
  return [...indexes, chunk].sort((a, b) => a - b);
}

/**
 * Brings a row into view. A far one is brought again when what is around it has been measured, which may take it a
 * little away.
 */
function revealRow(line: number, isFar: boolean): () => void {
  const reveal = (): void => document.getElementById(`bench-${line}`)?.scrollIntoView({ block: 'nearest' });
  reveal();
  if (!isFar) return () => {};
  const timers = [50, 200].map((ms) => setTimeout(reveal, ms));
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
