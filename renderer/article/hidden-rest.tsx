import { ScrollText } from 'lucide-react';
import type { ArticleView } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { useApp } from '../state/app.ts';
import { showOriginal } from '../state/show-original.ts';
import { Icon } from '../ui/icon.tsx';

type HiddenRestProps = { readonly view: ArticleView };

/** A text too long for the window ends by saying so, and where the rest is. */
export function HiddenRest({ view }: HiddenRestProps) {
  const app = useApp();
  const { hiddenCharacters, occurrences } = view;
  if (hiddenCharacters === 0) return null;
  const [first] = occurrences;
  return (
    <div className="hidden-rest" lang="en" dir="ltr" role="note">
      <p>{countOf(hiddenCharacters, 'more character')} are not shown here. The dump holds them all.</p>
      {first !== undefined && (
        <button type="button" className="button" onClick={() => showOriginal(app, first)}>
          <Icon of={ScrollText} />
          Show the original
        </button>
      )}
    </div>
  );
}
