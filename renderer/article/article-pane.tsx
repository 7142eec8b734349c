/* What is read: the toolbar and, below it, the article, the sentence for several, or the empty page. */

import { useApp } from '../state/app.ts';
import { useIds, useSettings } from '../state/library.ts';
import { findOpened } from '../state/selection.ts';
import { useStore } from '../state/store.ts';
import { NothingOpened, Several } from './nothing-opened.tsx';
import { Reading } from './reading.tsx';
import { ArticleToolbar } from './toolbar.tsx';
import './article.css';

export function ArticlePane() {
  const { selection } = useApp();
  const current = useStore(selection);
  const { chosen } = current;
  const isListed = useIds(useSettings()?.sort ?? 'newest')?.length !== 0;
  const id = findOpened(current);
  return (
    <main className="article" aria-label="Reading">
      <ArticleToolbar opened={id} />
      {id !== null && <Reading key={id} id={id} />}
      {id === null && (chosen.size > 1 ? <Several count={chosen.size} /> : <NothingOpened isListed={isListed} />)}
    </main>
  );
}
