import { Check, TriangleAlert } from 'lucide-react';
import type { Problem } from '../../shared/place.ts';
import { FolderPath } from '../ui/folder-path.tsx';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';

/** Shown at once; a library on a dying disk has one for every file. */
const most = 200;

type ProblemListProps = { readonly problems: readonly Problem[] };

/** What the check found: the file, a sentence, and whether it was mended. */
export function ProblemList({ problems }: ProblemListProps) {
  return (
    <section className="problems" aria-label="Problems">
      <h2 className="label">Problems</h2>
      <ul>
        {problems.slice(0, most).map(({ file, words, repaired }, index) => (
          // The same file may have the same problem twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className={`state ${repaired ? 'sure' : 'doubt'}`}>
              <Icon of={repaired ? Check : TriangleAlert} />
              {repaired ? 'repaired' : 'not repaired'}
            </span>
            <span className="problem-words">
              <span>
                <bdi>{words}</bdi>
              </span>
              {file !== null && <FolderPath path={file} />}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > most && <p className="muted">and {formatNumber(problems.length - most)} more</p>}
    </section>
  );
}
