/* The articles that the file gives, as cards; beside them what was left out, and what is wrong with the file. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { Wish } from './bench.ts';
import { ArticleCard } from './article-card.tsx';
import type { BenchAction } from './keys.ts';
import { LeftOut } from './left-out.tsx';
import { findArticle, type Spot } from './spot.ts';

type CardsProps = {
  readonly spot: Spot;
  readonly onLine: (line: number) => void;
  readonly onWish: (wish: Wish) => void;
  readonly onAct: (action: BenchAction) => void;
};

export function Cards({ spot, onLine, onWish, onAct }: CardsProps) {
  const { view } = spot;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: view.articles.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 190,
    overscan: 4,
    gap: 10,
    paddingStart: 12,
    paddingEnd: 12,
  });
  const current = findArticle(spot)?.index ?? -1;
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [virtualizer, current]);
  return (
    <section className="bench-side" aria-label="Articles">
      {view.warnings.map(({ code, message }) => (
        <div className="bench-warning" key={code}>
          <Icon of={TriangleAlert} small />
          <p>{message}</p>
        </div>
      ))}
      <div
        ref={scroller}
        className="bench-cards scroll"
        data-pane="article"
        role="group"
        aria-label="Cards"
        // A scrolling region must be reachable by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <ul style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const article = view.articles[index];
            if (article === undefined) return null;
            return (
              <li
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={view.articles.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ArticleCard
                  article={article}
                  number={index + 1}
                  isCurrent={index === current}
                  isSet={article.lines !== null && view.corrections.begins.includes(article.lines[0])}
                  onLine={onLine}
                  onWish={onWish}
                  onEdit={() => {
                    if (article.lines !== null && index !== current) onLine(article.lines[0]);
                    onAct({ kind: 'field' });
                  }}
                />
              </li>
            );
          })}
        </ul>
      </div>
      <LeftOut spot={spot} onLine={onLine} />
    </section>
  );
}
