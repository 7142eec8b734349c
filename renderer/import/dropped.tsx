import { useState } from 'react';
import type { DroppedLine } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { formatNumber } from '../ui/format.ts';
import { wordReason } from '../ui/split-words.ts';
import { More } from './more.tsx';

const page = 200;

type DroppedProps = { readonly lines: readonly DroppedLine[] };

/** The lines that were left out of the reading text: as typed, with number and reason. */
export function Dropped({ lines }: DroppedProps) {
  const [shown, setShown] = useState(page);
  return (
    <details className="dropped">
      <summary>{countOf(lines.length, 'line')} left out, with reasons</summary>
      <ul aria-label="Lines left out">
        {lines.slice(0, shown).map(({ line, text, reason }) => (
          <li key={`${line} ${reason}`}>
            <span className="no">{formatNumber(line)}</span>
            <span className="tx" dir="auto">
              {text}
            </span>
            <span className="why">{wordReason(reason)}</span>
          </li>
        ))}
      </ul>
      <More shown={shown} of={lines.length} what="line" onMore={() => setShown(shown + page)} />
    </details>
  );
}
