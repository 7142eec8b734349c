/* The frame: which panes stand beside each other, and what lies over them. */

import { useEffect } from 'react';
import { ArticlePane } from './article/article-pane.tsx';
import { Original } from './article/original.tsx';
import { TagEditor } from './article/tag-editor.tsx';
import { HelpDialog } from './commands/help-dialog.tsx';
import { useKeptFocus } from './commands/keep-focus.ts';
import { useKeys } from './commands/use-keys.ts';
import { DropZone } from './import/drop-zone.tsx';
import { EmptyLibrary } from './import/empty-library.tsx';
import { Report } from './import/report.tsx';
import { ImportStrip } from './import/strip.tsx';
import { Columns } from './columns.tsx';
import { ListPane } from './list/list-pane.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { useApp } from './state/app.ts';
import { listen } from './state/events.ts';
import { useLibraryStart } from './state/library.ts';
import { openOnStart } from './state/navigate.ts';
import { useStore } from './state/store.ts';
import { Boundary } from './ui/boundary.tsx';
import { Toasts } from './ui/toasts.tsx';
import { Trouble } from './ui/trouble.tsx';
import './app.css';

export function Window() {
  const app = useApp();
  const connection = useStore(app.connection);
  useEffect(() => listen(app), [app]);
  useEffect(() => openOnStart(app), [app]);
  useKeys();
  useKeptFocus();
  if (connection.state === 'lost') {
    return <Trouble title="Broadsheet stopped" words={connection.words} onRetry={app.transport.retry} />;
  }
  return (
    <div className="window">
      <Panes />
      <ImportStrip />
      <Over />
      <DropZone />
    </div>
  );
}

/** Everything that is read; empty until the library and the settings are here. */
function Panes() {
  const app = useApp();
  const { query, report } = useStore(app.view);
  const { overview, settings, failure, retry } = useLibraryStart();
  if (failure !== null) return <Trouble title="The library could not be opened" words={failure} onRetry={retry} />;
  if (overview === undefined || settings === undefined) return <div className="panes" aria-busy />;
  const isEmpty = overview.all.total === 0 && query.kind !== 'import';
  const page = report === null ? isEmpty && <EmptyLibrary /> : <Report key={report} id={report} />;
  return (
    <Columns
      settings={settings}
      sidebar={guarded('sidebar', <Sidebar />)}
      list={guarded('list', <ListPane />)}
      article={guarded('article', <ArticlePane />)}
      page={page === false ? null : guarded('page', page)}
    />
  );
}

function guarded(what: string, pane: React.ReactNode) {
  return (
    <Boundary key={what} what={what}>
      {pane}
    </Boundary>
  );
}

/** Dialogs and toasts. */
function Over() {
  const { dialog, toasts, imports } = useApp();
  const open = useStore(dialog);
  const { running, sending } = useStore(imports);
  const close = (): void => dialog.set(() => null);
  return (
    <>
      {open?.kind === 'help' && <HelpDialog onClose={close} />}
      {open?.kind === 'tags' && <TagEditor onClose={close} />}
      {open?.kind === 'original' && (
        <Original sha256={open.sha256} file={open.file} lines={open.lines} onClose={close} />
      )}
      <Toasts
        toasts={useStore(toasts.store)}
        isOverStrip={running.length + sending.length > 0}
        onClose={toasts.close}
      />
    </>
  );
}
