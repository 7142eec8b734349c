import { Star } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import type { ArticleId, ArticleRow } from '../../shared/model.ts';
import { useApp, type App } from '../state/app.ts';
import { currentIds, useRow } from '../state/library.ts';
import { markArticles } from '../state/marks.ts';
import { openArticle, select } from '../state/navigate.ts';
import { formatRowDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { TagSquares } from './tag-squares.tsx';

type RowProps = {
  readonly id: ArticleId;
  /** Distance from the top of the list, in pixels. */
  readonly start: number;
  /** 1-based. */
  readonly position: number;
  readonly of: number;
  readonly isChosen: boolean;
  readonly isFocus: boolean;
  /** The list is that of the trash. */
  readonly inTrash: boolean;
};

export const Row = memo(function Row({ id, start, position, of, isChosen, isFocus, inTrash }: RowProps) {
  const app = useApp();
  const row = useRow(id);
  // It went to the trash, or came back from it: it stands here until the list is left.
  const isGone = row !== undefined && row.trashed !== inTrash;
  const classes = [
    'row',
    row?.read === true ? 'read' : '',
    isGone ? 'gone' : '',
    isChosen ? 'at' : '',
    isFocus ? 'focus' : '',
  ].join(' ');
  return (
    // Keys reach a row through the listbox, which alone has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={`row-${id}`}
      aria-selected={isChosen}
      aria-posinset={position}
      aria-setsize={of}
      aria-busy={row === undefined}
      className={row === undefined ? 'row waiting' : classes}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => handleClick(app, id, event)}
    >
      {row !== undefined && <RowText row={row} isGone={isGone} />}
    </div>
  );
});

/** A window that stays open over New Year shows one year more than it must. */
const thisYear = new Date().getFullYear();

type RowTextProps = { readonly row: ArticleRow; readonly isGone: boolean };

function RowText({ row, isGone }: RowTextProps) {
  const app = useApp();
  const isGuess = row.sourceInferred || row.source === null;
  return (
    <>
      <div className="meta">
        {isGone && <span className="sr">{row.trashed ? 'In the trash. ' : 'Put back. '}</span>}
        {!row.read && <span className="sr">Unread. </span>}
        <bdi
          className={`src cut ${isGuess ? 'guess' : ''}`}
          title={row.sourceInferred ? 'Inferred from the text' : undefined}
        >
          {row.source ?? 'Source not found'}
        </bdi>
        <TagSquares tags={row.tags} />
        {isGone && !row.trashed && <span aria-hidden>put back</span>}
        <span className={`when ${row.date === null ? 'guess' : ''}`}>{formatRowDate(row.date, thisYear)}</span>
        <RowStar
          isStarred={row.starred}
          onToggle={() => {
            const starred = !row.starred;
            void markArticles(app, {
              ids: [row.id],
              patch: { starred },
              past: starred ? 'Starred' : 'Took the star off',
            });
          }}
        />
      </div>
      <div className="say" lang={row.language ?? ''} dir={row.direction}>
        <div className="row-title">{row.title}</div>
        <div className="row-excerpt">{row.excerpt}</div>
      </div>
    </>
  );
}

type RowStarProps = { readonly isStarred: boolean; readonly onToggle: () => void };

/** For the mouse; the key is `s`. A row is one option of a listbox and may hold no button. */
function RowStar({ isStarred, onToggle }: RowStarProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={`row-star ${isStarred ? 'set' : ''}`}
      title="Star  s"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon of={Star} small full={isStarred} />
      {isStarred && <span className="sr">Starred. </span>}
    </span>
  );
}

function handleClick(app: App, id: ArticleId, event: MouseEvent): void {
  if (event.shiftKey) select(app, { kind: 'extend', id, ids: currentIds(app) });
  else if (event.ctrlKey || event.metaKey) select(app, { kind: 'toggle', id });
  else openArticle(app, id);
}
