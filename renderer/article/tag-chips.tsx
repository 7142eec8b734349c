import { X } from 'lucide-react';
import type { ArticleId } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { useOverview } from '../state/library.ts';
import { markArticles } from '../state/marks.ts';
import { Icon } from '../ui/icon.tsx';
import { removedWords } from './tag-words.ts';

type TagChipsProps = { readonly id: ArticleId; readonly tags: readonly string[] };

export function TagChips({ id, tags }: TagChipsProps) {
  const app = useApp();
  const overview = useOverview();
  return (
    <ul className="tags" aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag} className="chip">
          <i className={`dot tag-${overview?.tags.find(({ name }) => name === tag)?.colour ?? 8}`} />
          <bdi className="cut">{tag}</bdi>
          <button
            type="button"
            className="x"
            aria-label={`Remove tag ${tag}`}
            onClick={() => void markArticles(app, { ids: [id], patch: { remove: [tag] }, past: removedWords(tag) })}
          >
            <Icon of={X} small />
          </button>
        </li>
      ))}
    </ul>
  );
}
