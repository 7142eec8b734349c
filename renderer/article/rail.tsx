import type { Occurrence } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatLines } from '../ui/format.ts';

type RailProps = { readonly occurrences: readonly Occurrence[]; readonly url: string | null };

/** The margin tells where the text came from: each dump and its lines, which open the original at that place. */
export function Rail({ occurrences, url }: RailProps) {
  const { dialog } = useApp();
  return (
    <div className="rail" role="group" aria-label="Where this article is from">
      {occurrences.map(({ importId, file, original, lines }, index) => (
        <div className="note" key={`${importId} ${original} ${lines?.join('-') ?? ''}`}>
          {index === 0 ? 'from ' : 'also in '}
          <button
            type="button"
            className="rail-link"
            onClick={() => dialog.set(() => ({ kind: 'original', sha256: original, file, lines }))}
          >
            <FileName name={file} />
            {lines !== null && (
              <>
                , <span className="lines">{formatLines(lines)}</span>
              </>
            )}
          </button>
        </div>
      ))}
      {url !== null && <div className="note url">{url}</div>}
    </div>
  );
}
