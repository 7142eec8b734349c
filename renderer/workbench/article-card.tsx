import { Check, Combine, PencilLine, TriangleAlert } from 'lucide-react';
import type { SplitArticle } from '../../shared/split.ts';
import { formatLines, formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { isSure, wordPercent } from '../ui/split-words.ts';
import type { Wish } from './bench.ts';
import { collectFacts, type Fact } from './facts.ts';

type ArticleCardProps = {
  readonly article: SplitArticle;
  /** From 1. */
  readonly number: number;
  readonly isCurrent: boolean;
  /** A person said that it begins where it does. */
  readonly isSet: boolean;
  readonly onLine: (line: number) => void;
  readonly onWish: (wish: Wish) => void;
  readonly onEdit: () => void;
};

export function ArticleCard(props: ArticleCardProps) {
  const { article, number, isCurrent, isSet, onLine, onWish, onEdit } = props;
  const { lines, title, excerpt, confidence } = article;
  const first = lines?.[0] ?? null;
  const sure = isSure(confidence);
  return (
    <article
      className={`bench-card ${sure ? 'sure' : 'doubt'} ${isCurrent ? 'at' : ''}`}
      aria-label={`Article ${formatNumber(number)}`}
      aria-current={isCurrent}
    >
      <div className="top num">
        <span>
          Article {formatNumber(number)}
          {lines !== null && `, ${formatLines(lines)}`}
        </span>
        <span className={`state ${sure ? 'sure' : 'doubt'}`}>
          <Icon of={sure ? Check : TriangleAlert} small />
          <bdi>{isSet && sure ? 'set by you' : `${wordPercent(confidence)}${sure ? ' sure' : ', please look'}`}</bdi>
        </span>
      </div>
      <h2>
        <button
          type="button"
          className="card-title"
          dir="auto"
          onClick={() => {
            if (first !== null) onLine(first);
          }}
        >
          {title}
        </button>
      </h2>
      <dl>
        {collectFacts(article).map((fact) => (
          <CardFact key={fact.label} fact={fact} />
        ))}
      </dl>
      <p className="excerpt" dir="auto">
        {excerpt}
      </p>
      <div className="acts">
        {!sure && !isSet && first !== null && number > 1 && (
          <button type="button" className="button" onClick={() => onWish({ kind: 'split', line: first })}>
            <Icon of={Check} small />
            Right as it is
          </button>
        )}
        {number > 1 && first !== null && (
          <button type="button" className="button quiet" onClick={() => onWish({ kind: 'join', line: first })}>
            <Icon of={Combine} small />
            Join with article {formatNumber(number - 1)}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onEdit}>
          <Icon of={PencilLine} small />
          Set a field…
        </button>
      </div>
    </article>
  );
}

type CardFactProps = { readonly fact: Fact };

function CardFact({ fact: { label, value, isInferred } }: CardFactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="cut" dir="auto">
        {value === null ? (
          <i className="muted">none found</i>
        ) : (
          <>
            <span className={isInferred ? 'guess' : ''}>{value}</span>
            {isInferred && <span className="muted"> inferred</span>}
          </>
        )}
      </dd>
    </div>
  );
}
