/* The browser's open dialog, through a file field that is never shown. */

import type { FoundFile } from './walk.ts';

/** Asks for files or a folder. Ends empty when the person closes the dialog. Must be called inside a click or key. */
export async function* choosePicked(what: 'files' | 'folder'): AsyncGenerator<FoundFile> {
  for (const file of await pick(what)) {
    yield { name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file };
  }
}

function pick(what: 'files' | 'folder'): Promise<readonly File[]> {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  field.webkitdirectory = what === 'folder';
  field.hidden = true;
  field.setAttribute('aria-label', what === 'folder' ? 'Import a folder' : 'Import files');
  document.body.append(field);
  return new Promise((resolve) => {
    const end = (files: readonly File[]): void => {
      field.remove();
      resolve(files);
    };
    field.addEventListener('change', () => {
      end([...(field.files ?? [])]);
    });
    field.addEventListener('cancel', () => {
      end([]);
    });
    field.click();
  });
}
