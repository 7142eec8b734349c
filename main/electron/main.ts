/*
 * Host A: the reader in an Electron window. A table of contents: what it was started with, one process per library,
 * then the host; each step is a file of this folder.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { app, dialog } from 'electron';
import { ReaderError } from '../../shared/errors.ts';
import { cacheFolder } from '../core/folders.ts';
import { handedWords, handOver } from '../core/place/handover.ts';
import { openPlaceHere } from '../core/place/open-here.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { findWhere } from '../core/place/where.ts';
import { readArguments } from './arguments.ts';
import { confirmQuit } from './confirm-quit.ts';
import { openHost, root, type Host } from './host.ts';
import { collectOpenedFiles, readSecondInstance } from './opened-files.ts';
import { startParser } from './parser-process.ts';
import { registerScheme } from './protocol.ts';
import { secureContents } from './security.ts';

registerScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => secureContents(contents));

const { library, files } = readArguments(process.argv.slice(1), process.cwd(), [
  app.getAppPath(),
  import.meta.filename,
]);
// macOS names files before the window is there, even before the library is found.
const opened = collectOpenedFiles(files);
const where = await findWhere({ library, executable: app.isPackaged ? process.execPath : undefined });
// Chromium's own files and its lock for one process lie apart from the library, one folder for each library.
app.setPath('userData', path.join(cacheFolder(), createHash('sha256').update(where.folder).digest('hex').slice(0, 16)));

if (app.requestSingleInstanceLock({ files })) start().catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  process.on('SIGINT', () => app.quit());
  process.on('SIGTERM', () => app.quit());
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  const sample = path.join(root, 'assets/welcome.txt');
  const place = await openPlaceHere({ where, log, sample, warm: true, startParser });
  if (await isHandedOver(place, files)) return app.quit();
  const host = await openHost({ place, log });
  closeAtQuit(host, place);
  app.on('second-instance', (_event, _words, _folder, data) => void host.openFiles(readSecondInstance(data)));
  await host.load(opened.take());
  opened.deliver((more) => void host.openFiles(more));
}

/** Where another Broadsheet has this library and takes the files, this one has nothing to do. */
async function isHandedOver(place: LibraryPlace, paths: readonly string[]): Promise<boolean> {
  const { folder, reason } = place.get();
  if (reason?.code !== 'locked' || paths.length === 0 || (await handOver(folder, paths)) === undefined) return false;
  log(handedWords);
  return true;
}

function closeAtQuit(host: Host, place: LibraryPlace): void {
  let closing = false;
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    confirmQuit(place)
      .then(host.close)
      .catch((error: unknown) => log('The library could not be closed cleanly', error))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

function giveUp(error: unknown): void {
  const message = error instanceof ReaderError ? error.message : String(error);
  log('Broadsheet could not start', error instanceof ReaderError ? error.message : error);
  dialog.showErrorBox('Broadsheet could not start', message);
  app.exit(1);
}

function log(line: string, error?: unknown): void {
  console.error(error === undefined ? line : `${line}:`, ...(error === undefined ? [] : [error]));
}
