/* For tests: a place over real readers in a temporary folder, and what it said. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Input, MethodName, Output, ReaderEvent, Reply } from '../../../shared/contract.ts';
import { makeDump } from '../test-dumps.ts';
import type { Backups } from './backups.ts';
import { openPlace, type LibraryPlace, type PlaceOptions } from './place.ts';

export type TestPlace = {
  readonly place: LibraryPlace;
  readonly events: ReaderEvent[];
  readonly logged: string[];
  /** Every folder that was remembered, in order. */
  readonly remembered: string[];
  readonly ask: <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly importText: (...keys: number[]) => Promise<unknown>;
  /** How many articles the open library holds. */
  readonly count: () => Promise<number>;
};

/** Opens a place that is closed when the test is over. `onFinished` is vitest's `onTestFinished`. */
export async function openPlaceForTest(
  options: { readonly folder: string } & Partial<PlaceOptions>,
  onFinished: (close: () => Promise<void>) => void,
): Promise<TestPlace> {
  const events: ReaderEvent[] = [];
  const logged: string[] = [];
  const remembered: string[] = [];
  const place = await openPlace({
    spot: { folder: options.folder, portable: false, mayMake: true },
    remember: async (folder) => {
      remembered.push(folder);
      return async () => void remembered.pop();
    },
    findNote: async () => null,
    backups: plainBackups,
    log: (line) => logged.push(line),
    ...options,
  });
  onFinished(() => place.close());
  place.onEvent((event) => events.push(event));
  const ask: TestPlace['ask'] = async (method, input) => {
    const reply = (await place.call(method, input)) as Reply<Output<typeof method>>;
    if (reply.ok) return reply.value;
    throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
  };
  return {
    place,
    events,
    logged,
    remembered,
    ask,
    importText: (...keys) => place.importFiles([{ kind: 'text', name: 'dump.txt', text: makeDump(keys) }]).finished,
    count: async () => (await ask('library.overview', {})).all.total,
  };
}

/** Makes a library with as many articles and closes it. */
export async function makeLibrary(folder: string, articles: number, onFinished: (close: () => Promise<void>) => void) {
  const made = await openPlaceForTest({ folder }, onFinished);
  await made.importText(...Array.from({ length: articles }, (_, key) => key + 1));
  await made.place.close();
}

/** A backup that is one JSON file of all the files: the real one has a folder and tests of its own. */
export const plainBackups: Backups = {
  async writeBackup({ folder, target, files, onProgress }) {
    const entries = await Promise.all(
      files.map(
        async ({ path: name }) => [name, (await readFile(path.join(folder, name))).toString('base64')] as const,
      ),
    );
    onProgress(1, 2);
    await writeFile(target, JSON.stringify(Object.fromEntries(entries)));
  },
  async restoreBackup({ file, folder }) {
    const entries = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    for (const [name, content] of Object.entries(entries)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), Buffer.from(content, 'base64'));
    }
  },
  streamBackup: async ({ files }) => Readable.from(files.map(({ path: name }) => `${name}\n`)),
};

/** Every file below a folder but the lock, with its content. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('lock'));
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  const contents = await Promise.all(paths.map(async (file) => readFile(file, 'base64')));
  return new Map(paths.map((file, index) => [path.relative(folder, file), contents[index] ?? '']));
}
