/* A small closed library on a simulated disk, with everything in it that can be damaged, and what it shows. */

import type { Article, ArticleId, ArticleState, ImportId } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import { createFaultDisk, type FaultDisk } from './store/faults/fault-disk.ts';
import { openForTest, type Opened } from './test-reader.ts';

export const directory = '/library';

/** What a person sees of a library. */
export type Shown = {
  readonly articles: Readonly<Record<string, Article>>;
  readonly states: Readonly<Record<string, ArticleState>>;
  /** Imports in which each article was found. */
  readonly found: Readonly<Record<string, readonly ImportId[]>>;
  readonly imports: readonly string[];
  readonly tags: readonly string[];
  readonly undo: string | null;
  readonly redo: string | null;
  readonly settings: Settings;
};

export type SmallLibrary = {
  readonly disk: FaultDisk;
  /** The library as it was closed. */
  readonly shown: Shown;
  /** What it showed after so many lines of the journal in use. */
  readonly moments: readonly Shown[];
  /** Of the import that was undone. */
  readonly undone: ArticleId;
};

/** The lock of a disk that only one process can have. */
const lock = async () => ({ release: () => undefined });

/** Opens it as it is. Whoever does so closes it. */
export function openSmall({ disk }: FaultDisk): Promise<Opened> {
  return openForTest({ directory, disk, lock }, () => undefined);
}

export async function makeSmallLibrary(): Promise<SmallLibrary> {
  const disk = createFaultDisk();
  await fill(disk);
  await compact(disk);
  const opened = await openSmall(disk);
  const moments = [await show(opened)];
  const undone = await goOn(opened, async () => void moments.push(await show(opened)));
  const shown = await show(opened);
  await opened.reader.close();
  return { disk, shown, moments, undone };
}

/** The first session: all of it will be in a generation. */
async function fill(disk: FaultDisk): Promise<void> {
  const { importText, ask, ids, reader } = await openSmall(disk);
  await importText(1, 2, 3);
  const [first, second] = await ids();
  await ask('articles.mark', { ids: toIds(first), starred: true });
  await ask('articles.tag', { ids: toIds(first, second), add: ['war'], remove: [] });
  await ask('history.undo', {});
  await ask('history.redo', {});
  const { id } = await importText(7);
  await ask('imports.undo', { id });
  await ask('settings.set', { patch: { listWidth: 400, sort: 'oldest' } });
  await reader.close();
}

/** A start that has something to repair writes a generation, which is shorter than to make hundreds of changes. */
async function compact(disk: FaultDisk): Promise<void> {
  const [journal = ''] = pathsOf(disk, 'journal/');
  disk.cut(journal, (disk.files().get(journal)?.length ?? 1) - 1);
  const { reader } = await openSmall(disk);
  await reader.close();
  for (const path of [...pathsOf(disk, 'damaged/'), ...pathsOf(disk, 'recovery.log')]) await disk.disk.remove(path);
}

/** The second session, which stays in the journal. `written` is called after each line of it. */
async function goOn({ importText, ask, ids }: Opened, written: () => Promise<void>): Promise<ArticleId> {
  await importText(3, 4);
  await written();
  const [first, second, third] = await ids();
  await ask('articles.mark', { ids: toIds(second), trashed: true });
  await written();
  const { id, reports } = await importText(5);
  await written();
  await ask('imports.undo', { id });
  await written();
  await ask('articles.tag', { ids: toIds(first, third), add: ['peace'], remove: ['war'] });
  await written();
  await ask('articles.mark', { ids: toIds(third), read: true });
  await written();
  await ask('history.undo', {});
  await written();
  return reports[0]?.articles[0]?.id ?? fail();
}

export async function show({ ask }: Opened): Promise<Shown> {
  const kinds = ['all', 'trash'] as const;
  const lists = await Promise.all(kinds.map((kind) => ask('articles.ids', { query: { kind }, sort: 'imported' })));
  const views = await Promise.all(lists.flat().map((id) => ask('articles.get', { id })));
  const { imports, tags, undo, redo } = await ask('library.overview', {});
  const by = <Value>(value: (view: (typeof views)[number]) => Value) =>
    Object.fromEntries(views.map((view) => [view.article.id, value(view)]));
  return {
    articles: by(({ article }) => article),
    states: by(({ state }) => state),
    found: by(({ occurrences }) => occurrences.map(({ importId }) => importId)),
    imports: imports.map(({ id, name }) => `${id} ${name}`),
    tags: tags.map(({ name }) => name),
    undo,
    redo,
    settings: await ask('settings.get', {}),
  };
}

/** Paths of the disk that begin so within the library, sorted. */
export function pathsOf(disk: FaultDisk, start = ''): readonly string[] {
  return [...disk.files().keys()].filter((path) => path.startsWith(`${directory}/${start}`)).sort();
}

/** The journal that the next change goes to. */
export function journalInUse(disk: FaultDisk): string {
  return pathsOf(disk, 'journal/').find((path) => !path.includes('.upto-')) ?? fail();
}

function toIds(...ids: readonly (ArticleId | undefined)[]): ArticleId[] {
  return ids.filter((id) => id !== undefined);
}

function fail(): never {
  throw new Error('the small library is not as it should be');
}
