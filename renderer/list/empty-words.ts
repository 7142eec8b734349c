import type { Query } from '../../shared/query.ts';

type Holds = { readonly total: string; readonly trash: string | null; readonly isReadOnly?: boolean };

/** Title and line of an empty list. `total` is what the library holds, `trash` what lies there, in words. */
export function wordEmpty(
  kind: Query['kind'],
  { total, trash, isReadOnly = false }: Holds,
): readonly [title: string, line: string] {
  switch (kind) {
    case 'all':
      if (isReadOnly && trash === null) {
        return ['No articles can be read here.', 'The library is open to read only and takes in no files.'];
      }
      return trash === null
        ? ['No articles yet.', 'Drop files anywhere on this window.']
        : ['No articles here.', `${trash} in the trash.`];
    case 'unread':
      return ['All read.', `${total} in All articles.`];
    case 'starred':
      return ['No stars yet.', 'Press s on an article to keep it here.'];
    case 'trash':
      return ['Trash is empty.', 'What you delete waits here until you put it back.'];
    case 'source':
      return ['No article has this source.', 'Choose another list in the sidebar.'];
    case 'tag':
      return ['No article has this tag.', 'Press t on an article to give it one.'];
    case 'import':
      return ['No articles from this import.', 'Its report says why.'];
  }
}
