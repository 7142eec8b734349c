/* Files that come from outside the page: the open dialog, drops turned into paths, the command line, the Finder. */

import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { ImportId } from '../../shared/model.ts';
import { wordRefusal } from '../../shared/words.ts';
import type { ImportSource } from '../core/import/parsed.ts';
import type { Reader } from '../core/reader.ts';
import type { DroppedFile } from './ipc.ts';

type Importer = Pick<Reader, 'importFiles'>;

/** Shows the system's open dialog. Null when nothing was chosen. Linux and Windows choose files or folders, not both. */
export async function chooseFiles(
  reader: Importer,
  window: BrowserWindow,
  what: 'files' | 'folder',
): Promise<ImportId | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
  });
  return canceled ? null : importPaths(reader, filePaths);
}

/** Imports paths, folders included. Null when there are none. */
export function importPaths(reader: Importer, paths: readonly string[]): ImportId | null {
  return importSources(
    reader,
    paths.map((file) => ({ kind: 'path', path: file })),
  );
}

/** Imports what was dropped. A file without a path (dragged out of another program) is refused with the reason. */
export function importDropped(reader: Importer, files: readonly DroppedFile[]): ImportId | null {
  return importSources(reader, files.map(toSource));
}

function importSources(reader: Importer, sources: readonly ImportSource[]): ImportId | null {
  return sources.length === 0 ? null : reader.importFiles(sources).id;
}

function toSource({ name, path: file }: DroppedFile): ImportSource {
  if (path.isAbsolute(file)) return { kind: 'path', path: file };
  return { kind: 'refused', name, refused: wordRefusal('unreadable', 'it is not on this disk; save it first') };
}
