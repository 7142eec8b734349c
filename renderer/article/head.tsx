import { Trash2 } from 'lucide-react';
import type { Article, ArticleState, Direction, FieldName } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { formatDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Inferred } from './inferred.tsx';
import { TagChips } from './tag-chips.tsx';

type Setting = { readonly lang: string; readonly dir: Direction };
type ArticleHeadProps = { readonly article: Article; readonly state: ArticleState; readonly setting: Setting };

export function ArticleHead({ article, state, setting }: ArticleHeadProps) {
  return (
    <header>
      <div className="oxford" />
      <Kicker article={article} />
      <h1 className="headline" id="headline" {...setting}>
        {article.title}
      </h1>
      {article.subtitle !== null && (
        <p className="deck" {...setting}>
          {article.subtitle}
        </p>
      )}
      <ByLine article={article} state={state} />
    </header>
  );
}

type PartProps = { readonly article: Article };

function Kicker({ article }: PartProps) {
  const { source, place, section } = article;
  return (
    <div className="kicker" dir={article.direction}>
      <b>
        {source === null ? (
          <span className="guess">Source not found</span>
        ) : (
          <Inferred isInferred={isInferred(article, 'source')} what="source">
            <bdi>{source}</bdi>
          </Inferred>
        )}
      </b>
      {place !== null && (
        <Inferred isInferred={isInferred(article, 'place')} what="place">
          <bdi>{place}</bdi>
        </Inferred>
      )}
      {section !== null && (
        <span className="section">
          <Inferred isInferred={isInferred(article, 'section')} what="section">
            <bdi>{section}</bdi>
          </Inferred>
        </span>
      )}
    </div>
  );
}

type ByLineProps = PartProps & { readonly state: ArticleState };

function ByLine({ article, state: { tags, trashed } }: ByLineProps) {
  const { byline, agency, date, words } = article;
  return (
    <div className="by" dir={article.direction}>
      {byline !== null && (
        <span>
          {/* The word is the window's, the name the article's: an Arabic name takes no English "By". */}
          {article.direction === 'ltr' && 'By '}
          <b lang={article.language ?? ''}>
            <Inferred isInferred={isInferred(article, 'byline')} what="byline">
              <bdi>{byline}</bdi>
            </Inferred>
          </b>
        </span>
      )}
      {agency !== null && agency !== article.source && (
        <Inferred isInferred={isInferred(article, 'agency')} what="agency">
          <bdi>{agency}</bdi>
        </Inferred>
      )}
      <span className="num">
        {date === null ? (
          <span className="guess">undated</span>
        ) : (
          <Inferred isInferred={isInferred(article, 'date')} what="date">
            <bdi>{formatDate(date)}</bdi>
          </Inferred>
        )}
      </span>
      <span className="num words">
        <bdi>{countOf(words, 'word')}</bdi>
      </span>
      {trashed && (
        <span className="state">
          <Icon of={Trash2} small />
          in the trash
        </span>
      )}
      {tags.length > 0 && <TagChips id={article.id} tags={tags} />}
    </div>
  );
}

function isInferred(article: Article, field: FieldName): boolean {
  return article.inferred.includes(field);
}
