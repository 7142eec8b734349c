import type { Overview } from '../../shared/model.ts';
import type { Query } from '../../shared/query.ts';
import { countOf } from '../../shared/words.ts';
import { usePlace } from '../state/place.ts';
import { wordEmpty } from './empty-words.ts';

type EmptyListProps = { readonly query: Query; readonly overview: Overview | undefined };

/** An empty list says why, and what to do. */
export function EmptyList({ query, overview }: EmptyListProps) {
  const trashed = overview?.trash.total ?? 0;
  const isReadOnly = usePlace().place?.state === 'read-only';
  const [title, line] = wordEmpty(query.kind, {
    isReadOnly,
    total: countOf(overview?.all.total ?? 0, 'article'),
    trash: trashed === 0 ? null : countOf(trashed, 'article'),
  });
  return (
    // Still a stop for F6, and where the focus is when a list has nothing.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="empty-list" tabIndex={0} data-pane="list" role="group" aria-label="Articles">
      <p className="empty-title">{title}</p>
      <p>{line}</p>
    </div>
  );
}
