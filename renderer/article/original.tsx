/* The dump as it was dropped, with line numbers, open at an article's place. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { LineRange } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { wordFailure } from '../state/report-failure.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FileName } from '../ui/file-name.tsx';
import { formatLines, formatNumber } from '../ui/format.ts';
import { useOriginalLines } from '../state/original-lines.ts';
import type { OriginalText } from '../state/original-text.ts';
import './original.css';

type OriginalProps = {
  readonly text: OriginalText;
  readonly file: string;
  /** The lines to mark and to begin at. */
  readonly lines: LineRange | null;
  readonly onClose: () => void;
};

export function Original({ text, file, lines, onClose }: OriginalProps) {
  const aside = lines !== null && <span className="muted num">{formatLines(lines)}</span>;
  const title = (
    <>
      Original: <FileName name={file} part={text.part} />
    </>
  );
  return (
    <Dialog title={title} aside={aside} onClose={onClose} className="original">
      <Lines text={text} lines={lines} />
    </Dialog>
  );
}

type LinesProps = Pick<OriginalProps, 'text' | 'lines'>;

const lineHeight = 20;

function Lines({ text, lines }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { total, error, lineAt, hiddenAt, want } = useOriginalLines(text, lines?.[0] ?? 1);
  const virtualizer = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => want(startIndex + 1, endIndex + 1), [want, startIndex, endIndex]);
  const first = lines?.[0] ?? 1;
  useEffect(() => {
    if (total === null) return;
    scroller.current?.focus();
    virtualizer.scrollToIndex(Math.max(first - 4, 0), { align: 'start' });
  }, [virtualizer, total, first]);

  return (
    <>
      {error !== null && <p className="original-error">The original could not be read. {wordFailure(error)}</p>}
      {total !== null && <p className="sr">{countOf(total, 'line')}</p>}
      {/* A scrolling region must be reachable by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className="raw scroll" role="group" aria-label="Lines of the original" tabIndex={0}>
        <div className="raw-all" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className={`ln ${isWithin(index + 1, lines) ? 'marked' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className="no">{formatNumber(index + 1)}</span>
              <span className="tx" dir="auto">
                {lineAt(index + 1)}
                <HiddenEnd characters={hiddenAt(index + 1)} />
              </span>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

type HiddenEndProps = { readonly characters: number };

function HiddenEnd({ characters }: HiddenEndProps) {
  if (characters === 0) return null;
  return <bdi className="hidden-end"> … {countOf(characters, 'more character')}</bdi>;
}

function isWithin(line: number, lines: LineRange | null): boolean {
  return lines !== null && line >= lines[0] && line <= lines[1];
}
