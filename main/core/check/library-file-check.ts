/* `library.json`: sealed, and of this library. */

import { join } from 'node:path';
import { putAside } from '../store/damaged.ts';
import { errorCode, type Disk } from '../store/disk.ts';
import { FORMAT, readLibraryFile, writeLibraryFile } from '../store/library-file.ts';
import { sealLine } from '../store/sealed-line.ts';
import { tryRepair, type Context, type Task } from './context.ts';

export async function checkLibraryFile({ store }: Context, { repair, report }: Task): Promise<void> {
  const { disk, folder, identity } = store;
  const bytes = await readIfThere(disk, join(folder, 'library.json'));
  if (bytes !== undefined && (await isRight(disk, folder, { bytes, identity }))) return;
  const failed = repair
    ? await tryRepair(async () => {
        if (bytes !== undefined) await putAside(disk, folder, join(folder, 'library.json'), bytes);
        await writeLibraryFile(disk, folder, identity);
      })
    : '';
  const what = `library.json is ${bytes === undefined ? 'missing' : 'not as it was written'}`;
  const repaired = failed === undefined;
  const words = `${what}${repaired ? ' and was written anew' : '. A repair writes it anew; so does the next start'}.`;
  report({ code: 'catalogue-damaged', file: 'library.json', words, repaired });
}

type Expected = { readonly bytes: Buffer; readonly identity: Context['store']['identity'] };

/** A later format may say more than we know of: then only what we know is compared. */
async function isRight(disk: Disk, folder: string, { bytes, identity }: Expected): Promise<boolean> {
  const { format, library, device } = identity;
  if (format === FORMAT) return bytes.equals(Buffer.from(`${sealLine({ format, library, device }).text}\n`));
  const found = await readLibraryFile(disk, folder);
  return typeof found === 'object' && found.library === library && found.device === device;
}

async function readIfThere(disk: Disk, path: string): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'EIO'].includes(errorCode(error))) return undefined;
    throw error;
  }
}
