import type { Query } from '../../shared/query.ts';
import { countOf } from '../../shared/words.ts';
import { wordEmpty } from './empty-words.ts';

type EmptyListProps = { readonly query: Query; readonly total: number };

/** An empty list says why, and what to do. */
export function EmptyList({ query, total }: EmptyListProps) {
  const [title, line] = wordEmpty(query.kind, countOf(total, 'article'));
  return (
    // Still a stop for F6, and where the focus is when a list has nothing.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="empty-list" tabIndex={0} data-pane="list" role="group" aria-label="Articles">
      <p className="empty-title">{title}</p>
      <p>{line}</p>
    </div>
  );
}
