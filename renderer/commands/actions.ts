/* What each command does. Keys, buttons and the native menu all come here. */

import type { CommandId } from '../../shared/commands.ts';
import type { ArticleId, ArticleView, Occurrence } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import type { App } from '../state/app.ts';
import { importChosen, importClipboard } from '../state/imports.ts';
import { changeSettings, currentIds, isEmptyLibrary, keys } from '../state/library.ts';
import { markArticles, redo, undo } from '../state/marks.ts';
import {
  closeReport,
  closeSettings,
  enterList,
  leaveWorkbench,
  moveBy,
  moveToUnread,
  openArticle,
  openSettings,
  openWorkbench,
  select,
} from '../state/navigate.ts';
import { currentPlace, refuseChange } from '../state/place.ts';
import { inBackground } from '../state/report-failure.ts';
import { findOpened } from '../state/selection.ts';
import { showOriginal } from '../state/show-original.ts';
import { toggleTrash } from '../state/trash.ts';
import { currentWidth } from '../state/use-width.ts';
import { focusListFromSidebar, focusNextPane, focusPane, scrollArticle } from './panes.ts';

/** Runs a command. Its failures are said in a toast; it never throws. What has no meaning now does nothing. */
export function runCommand(app: App, command: CommandId): void {
  if (hasMeaning(app, command)) actions[command](app);
}

/** In the settings the library is out of sight: what acts on it must not act blindly. */
const inSettings: ReadonlySet<CommandId> = new Set([
  'close',
  'settings',
  'help',
  'goAll',
  'goUnread',
  'goStarred',
  'nextPane',
  'previousPane',
  'importFiles',
  'importFolder',
  'importText',
]);

/** In a split as well; its own keys are the text's. */
const inWorkbench: ReadonlySet<CommandId> = new Set(['close', 'help', 'nextPane', 'previousPane']);

/** Whether a command has something to act on; where it has not, its key is the browser's. */
export function hasMeaning(app: App, command: CommandId): boolean {
  if (currentPlace(app)?.state === 'closed') return command === 'help' || command === 'close';
  const { settings, workbench } = app.view.get();
  if (workbench !== null) return inWorkbench.has(command);
  return !settings || inSettings.has(command);
}

const actions: Record<CommandId, (app: App) => void> = {
  next: (app) => step(app, 1),
  previous: (app) => step(app, -1),
  nextUnread: (app) => toUnread(app, 1),
  previousUnread: (app) => toUnread(app, -1),
  open: (app) => {
    const { focus } = app.selection.get();
    if (focus === null) return;
    openArticle(app, focus);
    requestAnimationFrame(() => focusPane('article'));
  },
  scroll: (app) => {
    if (!scrollArticle(1)) toUnread(app, 1);
  },
  scrollBack: () => void scrollArticle(-1),
  first: (app) => step(app, -Infinity),
  last: (app) => step(app, Infinity),
  original: openOriginal,
  fixSplit,
  toggleRead: (app) => {
    const ids = chosen(app);
    const read = ids.some((id) => app.rows.get(id)?.read !== true);
    void markArticles(app, { ids, patch: { read }, past: read ? 'Marked read:' : 'Marked unread:' });
  },
  markUnread: (app) => void markArticles(app, { ids: chosen(app), patch: { read: false }, past: 'Marked unread:' }),
  toggleStar: (app) => {
    const ids = chosen(app);
    const starred = ids.some((id) => app.rows.get(id)?.starred !== true);
    void markArticles(app, { ids, patch: { starred }, past: starred ? 'Starred' : 'Took the star off' });
  },
  tag: (app) => {
    if (chosen(app).length > 0 && !refuseChange(app)) app.dialog.set(() => ({ kind: 'tags' }));
  },
  trash: (app) => {
    const ids = chosen(app);
    if (ids.length > 0) toggleTrash(app, ids);
  },
  markListRead: (app) => void markArticles(app, { ids: currentIds(app), patch: { read: true }, past: 'Marked read:' }),
  selectAll: (app) => {
    select(app, { kind: 'all', ids: currentIds(app) });
  },
  goAll: (app) => enterList(app, { kind: 'all' }),
  goUnread: (app) => enterList(app, { kind: 'unread' }),
  goStarred: (app) => enterList(app, { kind: 'starred' }),
  nextPane: () => focusNextPane(1),
  previousPane: () => focusNextPane(-1),
  importFiles: (app) => importChosen(app, 'files'),
  importFolder: (app) => importChosen(app, 'folder'),
  importText: (app) => void importClipboard(app),
  settings: openSettings,
  undo: (app) => void undo(app),
  redo: (app) => void redo(app),
  sidebar: toggleSidebar,
  density: (app) => {
    const density = app.cache.getQueryData<Settings>(keys.settings)?.density === 'compact' ? 'standard' : 'compact';
    changeSettings(app, { density });
  },
  help: (app) => app.dialog.set((dialog) => dialog ?? { kind: 'help' }),
  close: closeOne,
};

function step(app: App, by: number): void {
  closeReport(app);
  moveBy(app, by);
  focusListFromSidebar();
}

function toUnread(app: App, direction: 1 | -1): void {
  if (isEmptyLibrary(app)) return;
  focusListFromSidebar();
  inBackground(app, 'The next unread article was not found.', moveToUnread(app, direction));
}

function chosen(app: App): readonly ArticleId[] {
  return app.view.get().report === null ? [...app.selection.get().chosen] : [];
}

/** The first place where the opened article was found. */
function findOccurrence(app: App): Occurrence | undefined {
  const id = findOpened(app.selection.get());
  return id === null ? undefined : app.cache.getQueryData<ArticleView>(keys.article(id))?.occurrences[0];
}

function openOriginal(app: App): void {
  const occurrence = findOccurrence(app);
  if (occurrence !== undefined) showOriginal(app, occurrence);
}

function fixSplit(app: App): void {
  const occurrence = findOccurrence(app);
  if (occurrence !== undefined) openWorkbench(app, occurrence, occurrence.lines?.[0] ?? null);
}

function toggleSidebar(app: App): void {
  if (currentWidth() !== 'wide') app.view.set((view) => ({ ...view, sidebarOpen: !view.sidebarOpen }));
  else changeSettings(app, { sidebarFolded: app.cache.getQueryData<Settings>(keys.settings)?.sidebarFolded !== true });
}

/** Esc takes away one thing: what lies over the window, the report, the selection, the narrow window's article. */
function closeOne(app: App): void {
  const view = app.view.get();
  if (app.dialog.get() !== null) app.dialog.set(() => null);
  else if (view.workbench !== null) leaveWorkbench(app);
  else if (view.settings) closeSettings(app);
  else if (view.sidebarOpen) app.view.set((before) => ({ ...before, sidebarOpen: false }));
  else if (view.report !== null) closeReport(app);
  else if (app.selection.get().chosen.size > 1) select(app, { kind: 'only-focus' });
  else app.view.set((before) => (before.pane === 'list' ? before : { ...before, pane: 'list' }));
}
