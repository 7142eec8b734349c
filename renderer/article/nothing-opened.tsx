import { countOf } from '../../shared/words.ts';
import { KeyCap } from '../ui/key-cap.tsx';

type NothingOpenedProps = { readonly isListed: boolean };

/** No article is chosen: the page begins, and nothing is on it yet. `isListed`: there is one to choose. */
export function NothingOpened({ isListed }: NothingOpenedProps) {
  return (
    // A stop of F6, as the pane always is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="page-empty" data-pane="article" role="group" aria-label="No article" tabIndex={0}>
      <div className="oxford" />
      {isListed && (
        <p>
          Press <KeyCap>j</KeyCap> for the first article.
        </p>
      )}
    </div>
  );
}

type SeveralProps = { readonly count: number };

/** More than one article is chosen: what can be done with them. */
export function Several({ count }: SeveralProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="page-empty" data-pane="article" role="group" aria-label="Several articles" tabIndex={0}>
      <div className="oxford" />
      <p className="several-title">{countOf(count, 'article')} selected</p>
      <p>
        <KeyCap>m</KeyCap> marks them read or unread, <KeyCap>s</KeyCap> stars them, <KeyCap>t</KeyCap> tags them,{' '}
        <KeyCap>#</KeyCap> moves them to the trash or back, <KeyCap>Esc</KeyCap> goes back to one.
      </p>
    </div>
  );
}
