/* The rows: only those in view are drawn, and their texts are fetched as they come into view. */

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { ArticleId } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { inBackground } from '../state/report-failure.ts';
import { useStore } from '../state/store.ts';
import { useListKeys } from './use-list-keys.ts';
import { Row } from './row.tsx';

/** Rows beyond the edge that are fetched ahead. */
const ahead = 60;

type RowsProps = { readonly ids: readonly ArticleId[]; readonly isCompact: boolean; readonly inTrash: boolean };

export function Rows({ ids, isCompact, inTrash }: RowsProps) {
  const app = useApp();
  const selection = useStore(app.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const handleKeyDown = useListKeys(scroller);
  const height = isCompact ? 44 : 88;
  const focusIndex = selection.focus === null ? -1 : ids.indexOf(selection.focus);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // The row that `aria-activedescendant` names must be there, even when it was scrolled away.
    rangeExtractor: useCallback((range: Range) => withFocus(range, focusIndex), [focusIndex]),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useEffect(() => {
    if (focusIndex >= 0) virtualizer.scrollToIndex(focusIndex, { align: 'auto' });
  }, [virtualizer, focusIndex]);

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    // Whole hundreds, so that a slow scroll asks for pages and not for single rows.
    const from = Math.max(0, Math.floor((first - ahead) / 100) * 100);
    const to = Math.ceil((last + ahead) / 100) * 100;
    inBackground(app, 'The articles could not be listed.', app.rows.want(ids.slice(from, to)));
  }, [app, ids, first, last]);

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Articles"
      aria-multiselectable
      aria-activedescendant={focusIndex === -1 ? undefined : `row-${selection.focus ?? ''}`}
      tabIndex={0}
      data-pane="list"
      className={`rows scroll ${isCompact ? 'compact' : ''} ${selection.chosen.size > 1 ? 'several' : ''}`}
      onKeyDown={handleKeyDown}
    >
      <div role="presentation" className="rows-all" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            <Row
              key={id}
              id={id}
              start={start}
              position={index + 1}
              of={ids.length}
              isChosen={selection.chosen.has(id)}
              isFocus={index === focusIndex}
              inTrash={inTrash}
            />
          );
        })}
      </div>
    </div>
  );
}

function withFocus(range: Range, focusIndex: number): number[] {
  const indexes = defaultRangeExtractor(range);
  return focusIndex === -1 || indexes.includes(focusIndex) ? indexes : [...indexes, focusIndex].sort((a, b) => a - b);
}
