/*
 * The split workbench: the text of a file at one side, the articles that it is split into at the other, and everything that
 * a person can say of it. Nothing is kept before it is accepted.
 */

import { useState } from 'react';
import type { SplitView } from '../../shared/split.ts';
import { useApp } from '../state/app.ts';
import { closeWorkbench, setSplitChanged } from '../state/navigate.ts';
import { readNear, useSplit, viewSplit, type SplitFile } from '../state/split.ts';
import { wordFailure } from '../state/report-failure.ts';
import { createBench } from './bench.ts';
import { BenchPage } from './bench-page.tsx';
import { findShown } from './encodings.ts';
import { useLeaveWarning } from './use-leave-warning.ts';
import './workbench.css';
import './text.css';
import './cards.css';
import './dialogs.css';

type WorkbenchProps = { readonly file: SplitFile; readonly line: number | null };

export function Workbench({ file, line }: WorkbenchProps) {
  const app = useApp();
  const { view, error, retry } = useSplit(file);
  if (view !== undefined) return <Opened view={view} line={line} />;
  return (
    <main className="bench" aria-label="Split" aria-busy={error === null}>
      {error !== null && (
        <div className="bench-trouble" role="alert">
          <h1>The split could not be opened</h1>
          <p>{wordFailure(error)} Nothing was changed.</p>
          <button type="button" className="button main" onClick={retry}>
            Retry
          </button>
          <button type="button" className="button" onClick={() => closeWorkbench(app)}>
            Close
          </button>
        </div>
      )}
    </main>
  );
}

type OpenedProps = { readonly view: SplitView; readonly line: number | null };

function Opened({ view, line }: OpenedProps) {
  const app = useApp();
  useLeaveWarning();
  const [bench] = useState(() =>
    createBench({
      view,
      read: (corrections) => viewSplit(app, view, corrections),
      readNear: (now, near) => readNear(app, now, { line: near, encoding: findShown(now, view.corrections) }),
      onChange: (isChanged) => setSplitChanged(app, isChanged),
    }),
  );
  return <BenchPage bench={bench} stored={view.corrections} start={line} />;
}
