/* The window: sandboxed, isolated, without Node, showing our page and nothing else. */

import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { pageUrl } from './origin.ts';

/** A page that dies again within this time is not shown a third time. */
const crashPauseMs = 10_000;

export type WindowOptions = { readonly preload: string; readonly log: (line: string, error?: unknown) => void };

/** Makes the window, still empty; it shows itself once there is something to see. */
export function createWindow({ preload, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Broadsheet',
    width: 1280,
    height: 860,
    minWidth: 360,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1b1a' : '#fbfaf7',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  keepAlive(window, log);
  return window;
}

/** Loads the page again when its process died; the library lives in this one and is not touched. */
function keepAlive(window: BrowserWindow, log: WindowOptions['log']): void {
  let diedAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(`The window's process ended (${reason})`);
    const again = performance.now() - diedAt < crashPauseMs;
    diedAt = performance.now();
    if (again) {
      dialog.showErrorBox('The window keeps failing', 'Your library is safe. Quit Broadsheet and start it again.');
      return;
    }
    window.loadURL(pageUrl).catch((error: unknown) => log('The window could not be loaded again', error));
  });
}
