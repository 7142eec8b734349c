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
import { TouchedDialog } from './import/touched-dialog.tsx';
import { Columns } from './columns.tsx';
import { ListPane } from './list/list-pane.tsx';
import { ClosedPage } from './place/closed-page.tsx';
import { Notices } from './place/notices.tsx';
import { RepairsDialog } from './place/repairs-dialog.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { useApp } from './state/app.ts';
import { listen } from './state/events.ts';
import { isEmptyOverview, useLibraryStart } from './state/library.ts';
import { openOnStart } from './state/navigate.ts';
import { usePlace } from './state/place.ts';
import { useStore } from './state/store.ts';
import { Boundary } from './ui/boundary.tsx';
import { Toasts } from './ui/toasts.tsx';
import { Trouble } from './ui/trouble.tsx';
import { DiscardDialog } from './workbench/discard-dialog.tsx';
import { Workbench } from './workbench/workbench.tsx';
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
      <Notices />
      <Content />
      <ImportStrip />
      <Over />
      <DropZone />
    </div>
  );
}

/** The library, or what stands in place of it: the page that says why it is closed, a split, the settings. */
function Content() {
  const { place } = usePlace();
  const { settings, workbench } = useStore(useApp().view);
  if (place?.state === 'closed') return guarded('page', <ClosedPage place={place} />);
  if (workbench !== null) {
    const { importId, fileNumber, line } = workbench;
    const key = `${importId} ${fileNumber}`;
    return guarded('workbench', <Workbench key={key} file={{ importId, fileNumber }} line={line} />);
  }
  if (settings) return guarded('settings', <SettingsPage />);
  return <Panes />;
}

/** Everything that is read; empty until the library and the settings are here. */
function Panes() {
  const app = useApp();
  const { query, report } = useStore(app.view);
  const { overview, settings, failure, retry } = useLibraryStart();
  // Why it is closed is known in a moment, and then there is a page for it.
  const { place, isAsked } = usePlace();
  if (failure !== null && !isAsked)
    return <Trouble title="The library could not be opened" words={failure} onRetry={retry} />;
  if (overview === undefined || settings === undefined) return <div className="panes" aria-busy />;
  // A library to read only takes nothing in, so it is not offered.
  const takesFiles = place?.state !== 'read-only' && query.kind !== 'import' && query.kind !== 'trash';
  const isEmpty = isEmptyOverview(overview) && takesFiles;
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
      {open?.kind === 'repairs' && <RepairsDialog onClose={close} />}
      {open?.kind === 'touched' && <TouchedDialog {...open} onClose={close} />}
      {open?.kind === 'discard-split' && <DiscardDialog onClose={close} />}
      {open?.kind === 'original' && <Original text={open.text} file={open.file} lines={open.lines} onClose={close} />}
      <Toasts
        toasts={useStore(toasts.store)}
        isOverStrip={running.length + sending.length > 0}
        onClose={toasts.close}
      />
    </>
  );
}
