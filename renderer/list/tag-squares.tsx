import { useOverview } from '../state/library.ts';

const most = 4;

type TagSquaresProps = { readonly tags: readonly string[] };

/** Tags as small squares, at most four; their names are in the tooltip and for screen readers. */
export function TagSquares({ tags }: TagSquaresProps) {
  const overview = useOverview();
  if (tags.length === 0) return null;
  const colour = (name: string): number => overview?.tags.find((tag) => tag.name === name)?.colour ?? 8;
  return (
    <span className="squares" title={tags.join(', ')}>
      {tags.slice(0, most).map((tag) => (
        <i key={tag} className={`dot tag-${colour(tag)}`} />
      ))}
      {tags.length > most && <span aria-hidden>+{tags.length - most}</span>}
      <span className="sr">Tags: {tags.join(', ')}. </span>
    </span>
  );
}
