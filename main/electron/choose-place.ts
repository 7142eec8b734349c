/* The system's dialogs for a folder or a backup, and then what was asked for. */

import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { Place, PlacePurpose } from '../../shared/place.ts';
import { nameBackup } from '../core/place/backup-name.ts';
import type { LibraryPlace } from '../core/place/place.ts';

const zips: FileFilter[] = [{ name: 'Backups of Broadsheet', extensions: ['zip'] }];

/** Null when nothing was chosen. Throws ReaderError where it cannot be done; the library is the one it was then. */
export async function choosePlace(
  place: LibraryPlace,
  window: BrowserWindow,
  purpose: PlacePurpose,
): Promise<Place | null> {
  switch (purpose) {
    case 'open':
      return withFolder(window, 'Open a library, or an empty folder for a new one', place.switchTo);
    case 'move':
      return withFolder(window, 'Move the library to an empty folder', place.moveTo);
    case 'copy':
      return withFolder(window, 'Copy the library to an empty folder', place.copyTo);
    case 'backup':
      return backUp(place, window);
    case 'restore':
      return restore(place, window);
  }
}

/** `title` is what macOS shows as `message`; it has no titles on these dialogs. */
async function withFolder(
  window: BrowserWindow,
  title: string,
  take: (folder: string) => Promise<Place>,
): Promise<Place | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    message: title,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return canceled || folder === undefined ? null : take(folder);
}

async function backUp(place: LibraryPlace, window: BrowserWindow): Promise<Place | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save a backup of the library',
    defaultPath: nameBackup(new Date()),
    filters: zips,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : place.backupTo(filePath);
}

async function restore(place: LibraryPlace, window: BrowserWindow): Promise<Place | null> {
  const title = 'Restore a backup';
  const chosen = await dialog.showOpenDialog(window, {
    title,
    message: title,
    filters: zips,
    properties: ['openFile'],
  });
  const [file] = chosen.filePaths;
  if (chosen.canceled || file === undefined) return null;
  return withFolder(window, 'Restore it to an empty folder', (folder) => place.restoreFrom(file, folder));
}
