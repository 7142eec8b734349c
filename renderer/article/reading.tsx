import { useMemo } from 'react';
import type { ArticleId, ArticleView } from '../../shared/model.ts';
import { useArticle, useRow } from '../state/library.ts';
import { wordFailure } from '../state/report-failure.ts';
import { ArticleHead } from './head.tsx';
import { HiddenRest } from './hidden-rest.tsx';
import { orderPage } from './page-order.ts';
import { PagePart } from './page-part.tsx';
import { Rail } from './rail.tsx';
import { useReadAfter } from './use-read-after.ts';

type ReadingProps = { readonly id: ArticleId };

export function Reading({ id }: ReadingProps) {
  const { view, error } = useArticle(id);
  return (
    // The scrolling pane takes the focus, so that arrows and F6 work without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="page-scroll scroll" data-pane="article" role="group" aria-label="Article text" tabIndex={0}>
      {view !== undefined && <Page view={view} />}
      {error !== null && <p className="page-error">This article could not be opened. {wordFailure(error)}</p>}
    </div>
  );
}

/** An article of more blocks and captions than this lays out only what is in view. */
const many = 400;

type PageProps = { readonly view: ArticleView };

function Page({ view }: PageProps) {
  const { article, occurrences } = view;
  const state = useRow(article.id) ?? view.state;
  useReadAfter(article.id, view.state.read);
  const parts = useMemo(() => orderPage(article), [article]);
  const setting = { lang: article.language ?? '', dir: article.direction };
  return (
    <article className="page" aria-labelledby="headline">
      <div className="page-head">
        <ArticleHead article={article} state={state} setting={setting} />
      </div>
      <Rail occurrences={occurrences} url={article.url} />
      <div className={parts.length > many ? 'text many' : 'text'} {...setting}>
        {parts.map((part) => (
          <PagePart key={`${part.kind} ${part.index}`} part={part} dateline={article.dateline} />
        ))}
        <HiddenRest view={view} />
      </div>
    </article>
  );
}
