/*
 * Host A: the reader in an Electron window. A table of contents: what it was started with, one process per library,
 * then the host; each step is a file of this folder.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { app, dialog } from 'electron';
import { ReaderError } from '../../shared/errors.ts';
import { cacheFolder, defaultLibrary } from '../core/folders.ts';
import { readArguments } from './arguments.ts';
import { openHost } from './host.ts';
import { collectOpenedFiles, readSecondInstance } from './opened-files.ts';
import { registerScheme } from './protocol.ts';
import { secureContents } from './security.ts';

registerScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => secureContents(contents));

const { library, files } = readArguments(process.argv.slice(1), process.cwd(), [
  app.getAppPath(),
  import.meta.filename,
]);
const directory = library ?? defaultLibrary();
// Chromium's own files and its lock for one process lie apart from the library, one folder for each library.
app.setPath('userData', path.join(cacheFolder(), createHash('sha256').update(directory).digest('hex').slice(0, 16)));

if (app.requestSingleInstanceLock({ files })) start().catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const opened = collectOpenedFiles(files);
  process.on('SIGINT', () => app.quit());
  process.on('SIGTERM', () => app.quit());
  app.on('window-all-closed', () => app.quit());
  const host = await openHost({ directory, log });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    host
      .close()
      .catch((error: unknown) => log('The library could not be closed cleanly', error))
      .finally(() => app.quit());
  });
  app.on('second-instance', (_event, _words, _folder, data) => host.openFiles(readSecondInstance(data)));
  await host.load(opened.take());
  opened.deliver(host.openFiles);
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
