import { Fragment } from 'react';
import type { FileReport, Ledger } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { formatNumber } from '../ui/format.ts';

type LedgerTableProps = { readonly report: FileReport; readonly ledger: Ledger };

/** Every byte of the file, by what it became. Ruled as a ledger is: one line above the sum, two below. */
export function LedgerTable({ report, ledger }: LedgerTableProps) {
  const lines = [
    [countOf(report.found, 'article'), ledger.articles],
    [countOf(report.separatorLines, 'separator line'), ledger.separators],
    [`${countOf(report.dropped.length, 'line')} left out`, ledger.dropped],
    [`${formatNumber(ledger.unassigned)} unassigned`, ledger.unassigned],
  ] as const;
  return (
    <>
      <dl className="ledger" aria-label="Ledger">
        {lines.map(([label, bytes]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(bytes)}</dd>
          </div>
        ))}
        <div className="sum">
          <dt>Original, bytes</dt>
          <dd>{formatNumber(ledger.bytes)}</dd>
        </div>
      </dl>
      <div className="bits" aria-hidden>
        <i className="bit-articles" style={{ flexGrow: ledger.articles }} />
        <i className="bit-separators" style={{ flexGrow: ledger.separators }} />
        <i className="bit-dropped" style={{ flexGrow: ledger.dropped }} />
      </div>
      <p className="ledger-line num">
        {formatNumber(ledger.bytes)} bytes ={' '}
        {lines.map(([label], index) => (
          <Fragment key={label}>
            {index > 0 && ' + '}
            <span className="term">{label}</span>
          </Fragment>
        ))}
      </p>
    </>
  );
}
