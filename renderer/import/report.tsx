/* What became of a drop, file by file, with the ledger that accounts for every byte. */

import { ArrowLeft, PanelLeft, Undo2 } from 'lucide-react';
import type { ImportId, ImportReport } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import { useCommand } from '../commands/use-command.ts';
import { useApp } from '../state/app.ts';
import { undoImport } from '../state/imports.ts';
import { useOverview, useReport } from '../state/library.ts';
import { closeReport, enterList } from '../state/navigate.ts';
import { useIsSidebarHidden } from '../state/use-width.ts';
import { wordFailure } from '../state/report-failure.ts';
import { FileName } from '../ui/file-name.tsx';
import { formatMoment, formatNumber, formatTook } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { FileTable } from './file-table.tsx';
import './report.css';

type ReportProps = { readonly id: ImportId };

export function Report({ id }: ReportProps) {
  const app = useApp();
  const { report, error } = useReport(id);
  const isHere = useOverview()?.imports.some((summary) => summary.id === id) === true;
  const sidebar = useCommand('sidebar');
  const isSidebarHidden = useIsSidebarHidden();
  return (
    <main className="report" aria-label="Import report">
      <div className="bar">
        {isSidebarHidden && (
          <IconButton icon={PanelLeft} name="Show the sidebar" keyLabel={sidebar.keyLabel} onPress={sidebar.run} />
        )}
        <IconButton icon={ArrowLeft} flip name="Back to the list" keyLabel="Esc" onPress={() => closeReport(app)} />
        <span className="grow" />
        {report !== undefined && isHere && report.found > 0 && (
          <>
            <button type="button" className="button" onClick={() => void undoImport(app, id)}>
              <Icon of={Undo2} flip />
              Undo this import
            </button>
            <button
              type="button"
              className="button main"
              onClick={() => enterList(app, { kind: 'import', id }, 'first')}
            >
              Show the {countOf(report.found, 'article')}
            </button>
          </>
        )}
      </div>
      {/* A scrolling region must be reachable by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll report-scroll" data-pane="article" role="group" aria-label="Report" tabIndex={0}>
        {report !== undefined && <ReportPage report={report} />}
        {error !== null && <p className="page-error">The report could not be opened. {wordFailure(error)}</p>}
      </div>
    </main>
  );
}

type ReportPageProps = { readonly report: ImportReport };

function ReportPage({ report }: ReportPageProps) {
  const { name, importedAt, tookMs, files, found, known, refused, reports } = report;
  const leftOut = reports.reduce((sum, file) => sum + file.dropped.length, 0);
  return (
    <div className="in">
      <div className="oxford" />
      <div className="kicker">
        <b>
          <FileName name={name} />
        </b>
        <span className="num">
          {formatMoment(importedAt)}, {formatTook(tookMs)}
        </span>
        {report.cancelled && <span>cancelled; what was finished stays</span>}
        {!report.finished && !report.cancelled && <span>not finished: the program ended before the import did</span>}
      </div>
      <h1>
        {countOf(report.new, 'new article')} from {countOf(files, 'file')}
      </h1>
      <dl className="totals num">
        <Total value={found} label="found" />
        <Total value={report.new} label="new" />
        <Total value={known} label="already in the library" />
        <Total value={leftOut} label={leftOut === 1 ? 'line left out' : 'lines left out'} />
        <Total value={refused} label={refused === 1 ? 'file refused' : 'files refused'} />
      </dl>
      <FileTable importId={report.id} reports={reports} />
    </div>
  );
}

type TotalProps = { readonly value: number; readonly label: string };

function Total({ value, label }: TotalProps) {
  return (
    <div>
      <dd>{formatNumber(value)}</dd>
      <dt>{label}</dt>
    </div>
  );
}
