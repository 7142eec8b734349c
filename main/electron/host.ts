/* The open host: reader, page, window and what runs between them. */

import path from 'node:path';
import { app, Menu, session } from 'electron';
import type { CommandId } from '../../shared/commands.ts';
import { openPage } from '../core/page/page.ts';
import { openReader } from '../core/reader.ts';
import { answerIpc } from './ipc.ts';
import { createMenu } from './menu.ts';
import { chooseFiles, importDropped, importPaths } from './open-files.ts';
import { channels, pageUrl } from './origin.ts';
import { servePage } from './protocol.ts';
import { secureSession } from './security.ts';
import { createWindow } from './window.ts';

export type HostOptions = {
  readonly directory: string;
  readonly log: (line: string, error?: unknown) => void;
};

export type Host = {
  /** Shows the page; with files it begins to import them and opens on that import. */
  readonly load: (files: readonly string[]) => Promise<void>;
  /** Brings the window to the front and imports the files; without files it only comes to the front. */
  readonly openFiles: (paths: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/** Both this source and the bundle made of it lie two folders below. */
const root = path.resolve(import.meta.dirname, '../..');

/** Opens reader and window. Throws `ReaderError` where the library cannot be opened. */
export async function openHost({ directory, log }: HostOptions): Promise<Host> {
  await app.whenReady();
  const page = await openPage(path.join(root, 'dist/renderer'));
  const reader = await openReader({ directory, log, sample: path.join(root, 'assets/welcome.txt'), warm: true });
  secureSession(session.defaultSession);
  servePage(session.defaultSession, page);
  const window = createWindow({ preload: path.join(root, 'dist/main/preload.cjs'), log });

  const send = (channel: string, message: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, message);
  };
  answerIpc({
    call: reader.call,
    importFiles: (files) => importDropped(reader, files),
    chooseFiles: async (what) => chooseFiles(reader, window, what),
    isOwnWindow: (contents) => !window.isDestroyed() && contents === window.webContents,
    log,
  });
  const stopListening = reader.onEvent((event) => send(channels.event, event));
  const run = (id: CommandId): void => {
    // Only a real paste brings the clipboard to the page, which has no leave to read it.
    if (id === 'importText' && !window.isDestroyed()) window.webContents.paste();
    else send(channels.command, id);
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(createMenu({ platform: process.platform, isPackaged: app.isPackaged, run })),
  );

  return {
    load: async (files) => {
      const opensOn = importPaths(reader, files);
      try {
        await window.loadURL(opensOn === null ? pageUrl : `${pageUrl}#import=${opensOn}`);
      } catch (error) {
        // A load that a reload or the closing of the window overtakes has not failed.
        if (!window.isDestroyed() && !isAborted(error)) throw error;
      }
    },
    openFiles: (paths) => {
      if (!window.isDestroyed()) {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
      importPaths(reader, paths);
    },
    close: async () => {
      stopListening();
      await reader.close();
    },
  };
}

/** net::ERR_ABORTED as Electron puts it on the error of `loadURL`. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
}
