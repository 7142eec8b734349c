/* Which articles: the head with the list's name, and the rows. */

import { useApp } from '../state/app.ts';
import { useIds, useOverview, useSettings } from '../state/library.ts';
import { useStore } from '../state/store.ts';
import { useWidth } from '../state/use-width.ts';
import { EmptyList } from './empty-list.tsx';
import { ListHead } from './list-head.tsx';
import { Rows } from './rows.tsx';
import './list.css';

export function ListPane() {
  const { view } = useApp();
  const { query, visit } = useStore(view);
  const settings = useSettings();
  const sort = settings?.sort ?? 'newest';
  const ids = useIds(sort);
  const overview = useOverview();
  // Alone in the window, the list is what the page is about.
  const Frame = useWidth() === 'single' ? 'main' : 'section';
  return (
    <Frame className="list" aria-label="List">
      <ListHead query={query} sort={sort} count={ids?.length} />
      {ids?.length === 0 && <EmptyList query={query} overview={overview} />}
      {ids !== undefined && ids.length > 0 && (
        <Rows
          key={`${visit} ${sort}`}
          ids={ids}
          isCompact={settings?.density === 'compact'}
          inTrash={query.kind === 'trash'}
        />
      )}
    </Frame>
  );
}
