/* Libraries as earlier versions left them on disk: each must open with exactly what it held, for good. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Low } from 'lowdb';
import type { ArticleId } from '../../../../shared/model.ts';
import { unwritable } from '../../store/atomic-file.ts';
import type { Disk } from '../../store/disk.ts';
import { createFaultDisk, type FaultDisk } from '../../store/faults/fault-disk.ts';
import type { Lock } from '../../store/lock.ts';
import { openStore } from '../../store/store.ts';
import type { Change } from '../change.ts';
import { catalogueCodec } from '../codec.ts';
import { rescueArticles } from '../rescue.ts';
import { createCatalogue, type Catalogue } from '../state.ts';
import { fromFormat1 } from './format-1.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

/** What make-frozen.ts did, as a person sees it: ids by the number of the report. */
const ids = {
  1: '0893ca5baafd1c268f630950',
  2: 'ee58909e0b37cd66921ee854',
  5: 'b1fdd867c920ab0d6be75fa3',
  6: '4cc0910b766f37b34d9c810c',
} as const;

const state = { read: false, starred: false, trashed: false, tags: [] as string[] };
const expected = {
  articles: [
    { title: 'Baghdad council reads report number 1', found: ['first.txt 1-5'], ...state, read: true, tags: ['第'] },
    { title: 'Lisbon council reads report number 2', found: ['first.txt 9-13'], ...state },
    {
      title: 'Osaka council reads report number 3',
      found: ['first.txt 17-21', 'second.txt 1-5'],
      ...state,
      starred: true,
    },
    {
      title: 'Quito council reads report number 4',
      found: ['first.txt 25-29', 'second.txt 9-13'],
      ...state,
      tags: ['peace', 'war', '第'],
    },
    { title: 'Tallinn council reads report number 5', found: ['second.txt 17-21'], ...state, tags: ['war'] },
    { title: 'Dakar council reads report number 6', found: ['second.txt 25-29'], ...state, starred: true },
  ],
  colours: [
    ['war', 1],
    ['peace', 2],
    ['第', 3],
  ],
  imports: [
    { name: 'first.txt', found: 4, new: 4, known: 0, finished: true },
    { name: 'second.txt', found: 4, new: 2, known: 2, finished: true },
  ],
  removed: [
    {
      name: 'third.txt',
      finds: [
        { title: 'Khartoum council reads report number 7', lines: [1, 5] },
        { title: 'Baghdad council reads report number 1', lines: [9, 13] },
      ],
    },
  ],
  orphans: [{ ...state, starred: true }],
};

const refuseLock = () => Promise.reject(unwritable('no lock', Object.assign(new Error('EROFS'), { code: 'EROFS' })));

function toWords(catalogue: Catalogue): typeof expected {
  const { heads, states, imports, removed, colours } = catalogue;
  const articles = [...heads.values()].map(({ id, title, found }) =>
    Object.assign(
      {
        title,
        found: found.map(
          ({ importId, file, lines }) => `${imports.get(importId)?.files[file]?.file} ${lines?.[0]}-${lines?.[1]}`,
        ),
      },
      structuredClone(states.get(id) ?? state) as typeof state,
    ),
  );
  const orphans = [...states.entries()].filter(([id]) => !heads.has(id));
  return {
    articles: articles.sort((a, b) => a.title.localeCompare(b.title)).sort(byNumber),
    colours: [...colours],
    imports: [...imports.values()].map(({ summary: { name, found, new: added, known, finished } }) => {
      return { name, found, new: added, known, finished };
    }),
    removed: [...removed.values()].map(({ record, heads: kept }) => ({
      name: record.summary.name,
      finds: kept
        .map(({ title, found }) => ({ title, lines: [...(found[0]?.lines ?? [])], place: found[0]?.place ?? -1 }))
        .sort((a, b) => a.place - b.place)
        .map(({ title, lines }) => ({ title, lines })),
    })),
    orphans: orphans.map(([, { read: isRead, starred, trashed, tags }]) => ({
      read: isRead,
      starred,
      trashed,
      tags: [...tags],
    })),
  };
}

function byNumber(a: { readonly title: string }, b: { readonly title: string }): number {
  return Number(a.title.split(' ').at(-1)) - Number(b.title.split(' ').at(-1));
}

const noLock = async (): Promise<Lock> => ({ release: () => undefined });

type OpenOptions = {
  readonly folder: string;
  readonly disk: Disk;
  readonly beforeMigration?: () => Promise<void>;
  readonly lock?: () => Promise<Lock>;
};

async function read({ folder, disk, beforeMigration = async () => undefined, lock = noLock }: OpenOptions) {
  const notices: string[] = [];
  const store = await openStore<Catalogue, Change>({
    folder,
    clock: () => Date.UTC(2025, 0, 1),
    codec: catalogueCodec,
    rescue: rescueArticles,
    migrations: [fromFormat1],
    beforeMigration,
    notice: (line) => notices.push(line),
    disk,
    lock,
  });
  try {
    const low = new Low(store.adapter, { document: createCatalogue(), pending: [] as Change[] });
    await low.read();
    const catalogue = low.data.document;
    const texts: unknown[] = [];
    for (const { body } of catalogue.heads.values()) texts.push(await store.bodies.read(body));
    const change = async (happening: Change): Promise<void> =>
      low.update(({ pending }) => void pending.push(happening));
    const removed = [...catalogue.removed.keys()];
    const words = toWords(catalogue);
    const { readOnly, identity, settings } = store;
    if (readOnly === null) for (const id of removed) await change({ kind: 'import-restored', id });
    const restored = [...catalogue.heads.values()].length;
    if (readOnly === null) for (const id of removed) await change({ kind: 'import-removed', id });
    return { words, texts, restored, notices, readOnly, identity, density: settings.get().density };
  } finally {
    await store.close();
  }
}

async function onFaultDisk(format: number): Promise<FaultDisk> {
  const disk = createFaultDisk();
  await disk.fromFolder(join(fixtures, `format-${format}`), '/library');
  return disk;
}

const folder = '/library';

describe.each([1, 2])('a library of format %d', (format) => {
  test('opens with exactly what it held, now and again', async () => {
    const { disk } = await onFaultDisk(format);
    for (const time of ['first', 'second']) {
      const found = await read({ disk, folder });
      expect(found.words, `the ${time} time`).toEqual(expected);
      expect(found, `the ${time} time`).toMatchObject({ restored: 7, notices: [], readOnly: null, density: 'compact' });
      expect(found.identity.format, `the ${time} time`).toBe(2);
      expect(found.texts).toHaveLength(6);
    }
  });

  test('keeps its name', async () => {
    const { disk } = await onFaultDisk(format);
    const file = JSON.parse(await readFile(join(fixtures, `format-${format}`, 'library.json'), 'utf8')) as object;
    expect(file).toMatchObject({ library: (await read({ disk, folder })).identity.library });
  });

  test('knows its articles by the ids they always had', async () => {
    const made = await onFaultDisk(format);
    const { texts } = await read({ disk: made.disk, folder });
    const found = texts.map((text) => (text as { article: { id: ArticleId; title: string } }).article);
    for (const [number, id] of Object.entries(ids)) {
      expect(found.find(({ title }) => title.endsWith(` number ${number}`))?.id).toBe(id);
    }
  });

  test('can be read on a disk that takes nothing, and is left as it is', async () => {
    const made = await onFaultDisk(format);
    made.setReadOnly(true);
    const before = made.files();
    const found = await read({ disk: made.disk, folder, lock: refuseLock });
    expect(found.words).toEqual(expected);
    expect(found.readOnly).toMatchObject({ code: 'read-only' });
    expect(made.files()).toEqual(before);
  });

  test('holds no path of the machine it was made on', async () => {
    for (const [path, bytes] of (await onFaultDisk(format)).files()) {
      expect(bytes.toString('latin1'), `in ${path}`).not.toMatch(/\/(home|Users|tmp|root|work|var)\b|[A-Z]:\\/);
    }
  });
});

describe('the change from format 1', () => {
  test('leaves nothing of the old format and changes no text', async () => {
    const made = await onFaultDisk(1);
    const before = made.files();
    await read({ disk: made.disk, folder });
    const after = made.files();
    const { device } = JSON.parse(after.get('/library/library.json')?.toString() ?? '') as { device: string };
    const names = [...after.keys()];
    expect(names.filter((path) => path.includes('/catalogue/') && !path.endsWith('.json'))).toEqual([]);
    expect(names.filter((path) => path.includes('/journal/') && !path.includes(device))).toEqual([]);
    for (const [path, bytes] of [...before].filter(([name]) => /\/(bodies|originals)\//.test(name))) {
      expect(after.get(path), `in ${path}`).toEqual(bytes);
    }
  });

  test('saves the library first, and changes nothing when that fails', async () => {
    const made = await onFaultDisk(1);
    const before = made.files();
    const seen: unknown[] = [];
    await read({ disk: made.disk, folder, beforeMigration: async () => void seen.push(made.files()) });
    expect(seen).toEqual([before]);
    const other = await onFaultDisk(1);
    const refused = read({ disk: other.disk, folder, beforeMigration: () => Promise.reject(new Error('no room')) });
    await expect(refused).rejects.toThrow('no room');
    expect(other.files()).toEqual(before);
  });

  test.each(['kill', 'power'] as const)('may stop at any operation by a %s', async (kind) => {
    const made = await onFaultDisk(1);
    const counted = made.clone();
    await read({ disk: counted.disk, folder });
    const operations = counted.operations();
    expect(operations).toBeGreaterThan(50);
    for (let stop = 1; stop <= operations; stop += 1) {
      for (const when of ['before', 'after'] as const) {
        const stopped = made.clone();
        stopped.stopAt(stop, when);
        await read({ disk: stopped.disk, folder }).catch(() => undefined);
        expect(stopped.isStopped()).toBe(true);
        const found = stopped.crash(kind);
        const { words, restored } = await read({ disk: found.disk, folder });
        // A restore that was under way when the world stopped is taken back by the next one.
        const isAsBefore = restored === 7 && words.removed.length === 1;
        expect(isAsBefore ? words : words.articles.length, `${when} ${stop}`).toEqual(isAsBefore ? expected : 7);
      }
    }
  });

  test('tells a damaged newest snapshot again from an older one and the journal', async () => {
    const made = await onFaultDisk(1);
    const snapshots = [...made.files().keys()].filter((path) => path.endsWith('.snapshot')).sort();
    for (const count of [1, 2]) {
      const disk = made.clone();
      for (const path of snapshots.slice(-count)) disk.flip(path, 100, 1);
      expect((await read({ disk: disk.disk, folder })).words, `${count} damaged`).toEqual(expected);
    }
  });

  test('is refused, saves nothing and changes nothing, where no snapshot is whole', async () => {
    const made = await onFaultDisk(1);
    for (const path of made.files().keys()) if (path.endsWith('.snapshot')) made.flip(path, 100, 1);
    const before = made.files();
    let saved = 0;
    const opened = read({ disk: made.disk, folder, beforeMigration: async () => void (saved += 1) });
    await expect(opened).rejects.toMatchObject({ code: 'damaged' });
    expect([saved, made.files()]).toEqual([0, before]);
  });
});
