import { Check, ChevronDown, ChevronRight, TriangleAlert, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { FileReport } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import type { SplitFile } from '../state/split.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatNumber } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { FileDetail } from './file-detail.tsx';
import { findState, wordFile } from './word-file.ts';

type FileRowProps = { readonly place: SplitFile; readonly report: FileReport; readonly isOpenAtFirst: boolean };

/** One file: refused with its reason, or counted and, opened, accounted for. */
export function FileRow({ place, report, isOpenAtFirst }: FileRowProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const detail = useId();
  const isRefused = report.refused !== null;
  return (
    <>
      <tr className={isOpen && !isRefused ? 'open-file' : ''}>
        <th scope="row">
          {isRefused ? (
            <span className="file-name">
              <span className="twig" />
              <FileState report={report} />
              <FileName name={report.file} part={report.span?.number} className="cut" />
            </span>
          ) : (
            <button
              type="button"
              className="file-name"
              aria-expanded={isOpen}
              aria-controls={detail}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon of={isOpen ? ChevronDown : ChevronRight} flip className="twig" />
              <FileState report={report} />
              <FileName name={report.file} part={report.span?.number} className="cut" />
            </button>
          )}
        </th>
        <Figure value={report.found} />
        <Figure value={report.new} />
        <Figure value={report.known} />
        <td className={report.dropped.length === 0 ? 'zero' : ''}>
          {isRefused ? '–' : countOf(report.dropped.length, 'line')}
        </td>
        <td className="why">{wordFile(report, isOpen)}</td>
      </tr>
      {isOpen && !isRefused && (
        <tr className="detail" id={detail}>
          <td colSpan={6}>
            <FileDetail place={place} report={report} />
          </td>
        </tr>
      )}
    </>
  );
}

type FileStateProps = { readonly report: FileReport };

/** A colour never stands alone: each has its icon and its word. */
function FileState({ report }: FileStateProps) {
  const state = findState(report);
  const shapes = { sure: Check, doubt: TriangleAlert, refuse: X };
  const words = { sure: 'Read. ', doubt: 'Read with a warning. ', refuse: 'Refused. ' };
  return (
    <span className={`state ${state}`}>
      <Icon of={shapes[state]} />
      <span className="sr">{words[state]}</span>
    </span>
  );
}

type FigureProps = { readonly value: number };

function Figure({ value }: FigureProps) {
  return <td className={value === 0 ? 'zero' : ''}>{formatNumber(value)}</td>;
}
