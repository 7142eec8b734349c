/* Starting, cancelling and taking back imports. */

import type { Reply } from '../../shared/contract.ts';
import type { ImportId } from '../../shared/model.ts';
import { countOf } from '../../shared/words.ts';
import type { Handover } from '../transport/transport.ts';
import type { App } from './app.ts';
import { queueImport, replaceSending, type Sending } from './import-progress.ts';
import { leaveImport } from './navigate.ts';
import { undo } from './marks.ts';
import { refuseChange } from './place.ts';
import { inBackground, reportFailure } from './report-failure.ts';
import { askBeforeUndo } from './undo-import.ts';

/** Files and folders of a drop or paste. Call it inside the event. */
export function importDropped(app: App, data: DataTransfer): void {
  if (!refuseChange(app)) follow(app, (handover) => app.transport.importDropped(data, handover));
}

/** The open dialog. Call it inside a click or key. */
export function importChosen(app: App, what: 'files' | 'folder'): void {
  if (!refuseChange(app)) follow(app, (handover) => app.transport.choose(what, handover));
}

export function importText(app: App, text: string): void {
  if (refuseChange(app)) return;
  if (text.trim() === '') app.toasts.show({ words: 'The clipboard holds no text' });
  else
    inBackground(
      app,
      'The text was not imported.',
      app.call('imports.text', { text }).then((id) => queue(app, id)),
    );
}

/** Imports what the clipboard holds, where the system lets a button look at it. */
export async function importClipboard(app: App): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    app.toasts.show({
      words: `Press ${navigator.platform.startsWith('Mac') ? 'Cmd' : 'Ctrl'}+V to paste: the clipboard may not be read by a button here`,
    });
    return;
  }
  importText(app, text);
}

export function importSample(app: App): void {
  if (refuseChange(app)) return;
  inBackground(
    app,
    'The sample was not imported.',
    app.call('imports.sample', {}).then((id) => queue(app, id)),
  );
}

export function cancelImport(app: App, id: ImportId): void {
  inBackground(app, 'The import goes on.', app.call('imports.cancel', { id }));
}

/** Takes back what an import added; what a person has touched of it is shown first, and then it waits for the answer. */
export async function undoImport(app: App, id: ImportId): Promise<void> {
  if (refuseChange(app)) return;
  try {
    if (!(await askBeforeUndo(app, id, () => void removeImport(app, id)))) await removeImport(app, id);
  } catch (error) {
    reportFailure(app, 'The import was not undone.', error);
  }
}

async function removeImport(app: App, id: ImportId): Promise<void> {
  app.toasts.outdate();
  try {
    const removed = await app.call('imports.undo', { id });
    leaveImport(app, id);
    app.toasts.show({
      words: `Removed ${countOf(removed, 'article')}`,
      actions: [{ label: 'Undo', run: () => void undo(app) }],
      undoesLatest: true,
    });
  } catch (error) {
    reportFailure(app, 'The import was not undone.', error);
  }
}

function queue(app: App, id: ImportId | null): void {
  if (id !== null) app.imports.set((imports) => queueImport(imports, id));
}

type Begin = (handover: Handover) => Promise<Reply<ImportId | null>>;

function follow(app: App, begin: Begin): void {
  inBackground(app, 'Nothing was imported.', showSending(app, begin));
}

/** Shows the files on their way, where the host says that there are any: an open dialog is none yet. */
async function showSending(app: App, begin: Begin): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  let shown: Sending | null = null;
  function show(next: Sending | null): void {
    const before = shown;
    shown = next;
    app.imports.set((imports) => ({ ...imports, sending: replaceSending(imports.sending, before, next) }));
  }
  try {
    const cancel = (): void => controller.abort();
    const reply = await begin({ signal, onFile: (file, done) => show({ file, done, cancel }) });
    if (signal.aborted) app.toasts.show({ words: 'Cancelled: nothing of this drop was imported' });
    else if (reply.ok) queue(app, reply.value);
    else app.toasts.show({ words: `Nothing was imported. ${reply.error.message}` });
  } finally {
    show(null);
  }
}
