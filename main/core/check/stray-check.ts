/* Files and folders that do not belong into a library. They are somebody's: left alone, only named. */

import { join } from 'node:path';
import { isTemporary } from '../store/atomic-file.ts';
import type { Disk } from '../store/disk.ts';
import { isPartName } from '../store/parts.ts';
import type { Context, Task } from './context.ts';

/** What may lie in each folder, the library's own being ''. Derived things (index) and what was kept aside are not looked into. */
const known: Readonly<Record<string, RegExp>> = {
  '': /^(?:library\.json|settings\.json|recovery\.log|check\.json|lock(?:[.-].*)?|originals|bodies|catalogue|journal|damaged|backups|index)$/,
  originals: /^[0-9a-f]{2}$/,
  bodies: /^[0-9a-z-]+\.pack$/,
  journal: /\.ndjson$/,
};
const original = /^[0-9a-f]{62}\.gz$/;
const manifest = /^\d{12}\.manifest\.json$/;

export async function checkStrays({ store }: Context, { breathe, report }: Task): Promise<void> {
  const { disk, folder } = store;
  for await (const path of findStrayPaths(disk, folder)) {
    await breathe();
    const words = `${path} does not belong to the library. It was left alone; move it elsewhere if you want to keep it.`;
    report({ code: 'stray-file', file: path, words, repaired: false });
  }
}

async function* findStrayPaths(disk: Disk, folder: string): AsyncGenerator<string> {
  for (const [inner, pattern] of Object.entries(known)) {
    for (const name of await namesIn(disk, join(folder, inner))) {
      if (!pattern.test(name)) yield inner === '' ? name : `${inner}/${name}`;
      else if (inner === 'originals')
        yield* findIn(disk, { folder, inner: `originals/${name}` }, (each) => original.test(each));
    }
  }
  yield* findIn(disk, { folder, inner: 'catalogue' }, (each) => isPartName(each) || manifest.test(each));
}

async function* findIn(
  disk: Disk,
  { folder, inner }: { readonly folder: string; readonly inner: string },
  belongs: (name: string) => boolean,
): AsyncGenerator<string> {
  for (const name of await namesIn(disk, join(folder, inner))) if (!belongs(name)) yield `${inner}/${name}`;
}

/** What is being written at this moment is not looked at. */
async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  if ((await disk.find(folder))?.kind !== 'folder') return [];
  return (await disk.list(folder)).filter((name) => !isTemporary(name)).sort();
}
