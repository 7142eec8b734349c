import type { Query } from '../../shared/query.ts';

/** Title and line of an empty list. `total` is what the library holds, in words. */
export function wordEmpty(kind: Query['kind'], total: string): readonly [title: string, line: string] {
  switch (kind) {
    case 'all':
      return ['No articles yet.', 'Drop files anywhere on this window.'];
    case 'unread':
      return ['All read.', `${total} in All articles.`];
    case 'starred':
      return ['No stars yet.', 'Press s on an article to keep it here.'];
    case 'source':
      return ['No article has this source.', 'Choose another list in the sidebar.'];
    case 'tag':
      return ['No article has this tag.', 'Press t on an article to give it one.'];
    case 'import':
      return ['No articles from this import.', 'Its report says why.'];
  }
}
