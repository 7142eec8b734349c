import { countOf } from '../../shared/words.ts';

type MoreProps = { readonly shown: number; readonly of: number; readonly what: string; readonly onMore: () => void };

/** Names how many are not drawn yet. */
export function More({ shown, of, what, onMore }: MoreProps) {
  if (shown >= of) return null;
  return (
    <p className="more">
      <button type="button" className="button" onClick={onMore}>
        Show more of the {countOf(of - shown, what)} that follow
      </button>
    </p>
  );
}
