/* Files that come from outside the page: the open dialog, drops turned into paths, the command line, the Finder. */

import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { ImportId } from '../../shared/model.ts';
import { wordRefusal } from '../../shared/words.ts';
import type { ImportSource } from '../core/import/parsed.ts';
import type { LibraryPlace } from '../core/place/place.ts';
import type { DroppedFile } from './ipc.ts';

type Importer = Pick<LibraryPlace, 'importFiles'>;

/** Shows the system's open dialog. Null when nothing was chosen. Linux and Windows choose files or folders, not both. */
export async function chooseFiles(
  place: Importer,
  window: BrowserWindow,
  what: 'files' | 'folder',
): Promise<ImportId | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
  });
  return canceled ? null : importPaths(place, filePaths);
}

/** Imports paths, folders included. Null when there are none. */
export function importPaths(place: Importer, paths: readonly string[]): ImportId | null {
  return importSources(
    place,
    paths.map((file) => ({ kind: 'path', path: file })),
  );
}

/**
 * Imports paths as soon as a library is open: what was opened from the system while none is must not be lost. Answers
 * null where it has to wait.
 */
export function createPathImporter(place: LibraryPlace): (paths: readonly string[]) => ImportId | null {
  const waiting: string[] = [];
  place.onEvent((event) => {
    if (event.kind === 'place' && event.place.state === 'open') importPaths(place, waiting.splice(0));
  });
  return (paths) => {
    if (place.get().state !== 'closed') return importPaths(place, paths);
    waiting.push(...paths);
    return null;
  };
}

/** Imports what was dropped. A file without a path (dragged out of another program) is refused with the reason. */
export function importDropped(place: Importer, files: readonly DroppedFile[]): ImportId | null {
  return importSources(place, files.map(toSource));
}

function importSources(place: Importer, sources: readonly ImportSource[]): ImportId | null {
  return sources.length === 0 ? null : place.importFiles(sources).id;
}

function toSource({ name, path: file }: DroppedFile): ImportSource {
  if (path.isAbsolute(file)) return { kind: 'path', path: file };
  return { kind: 'refused', name, refused: wordRefusal('unreadable', 'it is not on this disk; save it first') };
}
