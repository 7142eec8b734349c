/* The open host: place, page, window and what runs between them. */

import path from 'node:path';
import { app, Menu, session } from 'electron';
import type { CommandId } from '../../shared/commands.ts';
import type { ImportId } from '../../shared/model.ts';
import { openPage } from '../core/page/page.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import { takeFiles } from '../core/place/take-files.ts';
import { choosePlace } from './choose-place.ts';
import { answerIpc } from './ipc.ts';
import { createMenu } from './menu.ts';
import { chooseFiles, createPathImporter, importDropped } from './open-files.ts';
import { channels, pageUrl } from './origin.ts';
import { servePage } from './protocol.ts';
import { secureSession } from './security.ts';
import { createWindow } from './window.ts';

export type HostOptions = {
  /** The host's own from now on: it closes it. */
  readonly place: LibraryPlace;
  readonly log: (line: string, error?: unknown) => void;
};

export type Host = {
  /** Shows the page; with files it begins to import them and opens on that import. */
  readonly load: (files: readonly string[]) => Promise<void>;
  /** Brings the window to the front and imports the files; without files it only comes to the front. */
  readonly openFiles: (paths: readonly string[]) => ImportId | null;
  readonly close: () => Promise<void>;
};

/** Both this source and the bundle made of it lie two folders below. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Opens the window. A library that cannot be opened shows its trouble in the window. */
export async function openHost({ place, log }: HostOptions): Promise<Host> {
  const page = await openPage(path.join(root, 'dist/renderer'));
  const importPaths = createPathImporter(place);
  secureSession(session.defaultSession);
  servePage(session.defaultSession, page);
  const window = createWindow({ preload: path.join(root, 'dist/main/preload.cjs'), log });

  const send = (channel: string, message: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(channel, message);
  };
  answerIpc({
    call: place.call,
    importFiles: (files) => importDropped(place, files),
    chooseFiles: async (what) => chooseFiles(place, window, what),
    choosePlace: async (purpose) => choosePlace(place, window, purpose),
    isOwnWindow: (contents) => !window.isDestroyed() && contents === window.webContents,
    log,
  });
  const stopListening = place.onEvent((event) => send(channels.event, event));
  const run = (id: CommandId): void => {
    // Only a real paste brings the clipboard to the page, which has no leave to read it.
    if (id === 'importText' && !window.isDestroyed()) window.webContents.paste();
    else send(channels.command, id);
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(createMenu({ platform: process.platform, isPackaged: app.isPackaged, run })),
  );

  const openFiles: Host['openFiles'] = (paths) => {
    if (!window.isDestroyed()) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    }
    return importPaths(paths);
  };
  const taking = await takeFiles({ place, onFiles: openFiles, log });

  return {
    load: async (files) => {
      const opensOn = importPaths(files);
      try {
        await window.loadURL(opensOn === null ? pageUrl : `${pageUrl}#import=${opensOn}`);
      } catch (error) {
        // A load that a reload or the closing of the window overtakes has not failed.
        if (!window.isDestroyed() && !isAborted(error)) throw error;
      }
    },
    openFiles,
    close: async () => {
      stopListening();
      await taking.close();
      await place.close();
    },
  };
}

/** net::ERR_ABORTED as Electron puts it on the error of `loadURL`. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
}
