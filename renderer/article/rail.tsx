import type { Occurrence } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { showOriginal } from '../state/show-original.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatLines } from '../ui/format.ts';

type RailProps = { readonly occurrences: readonly Occurrence[]; readonly url: string | null };

/** The margin tells where the text came from: each dump and its lines, which open the original at that place. */
export function Rail({ occurrences, url }: RailProps) {
  const app = useApp();
  return (
    <div className="rail" role="group" aria-label="Where this article is from">
      {occurrences.map((occurrence, index) => (
        <div className="note" key={toKey(occurrence)}>
          {index === 0 ? 'from ' : 'also in '}
          <button type="button" className="rail-link" onClick={() => showOriginal(app, occurrence)}>
            <FileName name={occurrence.file} part={occurrence.span?.number} />
            {occurrence.lines !== null && (
              <>
                , <span className="lines">{formatLines(occurrence.lines)}</span>
              </>
            )}
          </button>
        </div>
      ))}
      {url !== null && <div className="note url">{url}</div>}
    </div>
  );
}

function toKey({ importId, fileNumber, lines }: Occurrence): string {
  return `${importId} ${fileNumber} ${lines?.join('-') ?? ''}`;
}
