/* Walks what was dropped on a browser window: files, and folders through their entries. */

/** A file to send. `file` is absent when the browser could not open it. */
export type FoundFile = { readonly name: string; readonly file?: File };

/**
 * Everything a drop or a paste holds. The entries are taken in this tick: a browser empties the drop afterwards.
 * `name` is the path inside the dropped folder. A file or folder that cannot be opened is answered without `file`.
 */
export function findDropped(data: DataTransfer): AsyncIterable<FoundFile> {
  const taken = [...data.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return walkTaken(taken);
}

type Taken = { readonly entry: FileSystemEntry | null; readonly file: File | null };

async function* walkTaken(taken: readonly Taken[]): AsyncGenerator<FoundFile> {
  for (const { entry, file } of taken) {
    if (entry !== null) yield* walkEntry(entry, entry.name);
    else if (file !== null) yield { name: file.name, file };
  }
}

async function* walkEntry(entry: FileSystemEntry, name: string): AsyncGenerator<FoundFile> {
  if (entry.isFile) {
    const file = await openFile(entry as FileSystemFileEntry);
    yield file === undefined ? { name } : { name, file };
    return;
  }
  const children = await readFolder(entry as FileSystemDirectoryEntry);
  if (children === undefined) yield { name };
  for (const child of children ?? []) yield* walkEntry(child, `${name}/${child.name}`);
}

function openFile(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => {
      resolve(undefined);
    });
  });
}

/** All children of a folder; `readEntries` hands out at most a hundred at a time. Undefined when it cannot be read. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[] | undefined> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[] | undefined>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve(undefined);
      });
    });
    if (batch === undefined) return undefined;
    if (batch.length === 0) return children.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    children.push(...batch);
  }
}
